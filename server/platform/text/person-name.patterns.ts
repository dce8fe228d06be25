import { foldText } from './normalize.ts';
import { homeStart, houseNumber } from './home-address.patterns.ts';
import { honorificAt, type Honorific } from './honorific.patterns.ts';
import * as table from './person-name.words.ts';
import { follows, joined, wordAt, type Span, type Word } from './scan-text.ts';

type NameKind = 'PERSON_NAME' | 'HOME_ADDRESS';

const bareFigures: ReadonlySet<string> = new Set([...table.figures].map(foldText));
const bareRoles: ReadonlySet<string> = new Set([...table.roles].map(foldText));

const isGiven = (word: Word): boolean => table.given.has(word.folded);
const isMiddle = (word: Word): boolean =>
  table.middles.has(word.lower) || (word.bare && table.middlesBare.has(word.lower));

function isFigure(words: Word[], from: number, to: number): boolean {
  if (table.figures.has(joined(words, from, to))) return true;
  return words.slice(from, to).every((word) => word.bare) && bareFigures.has(joined(words, from, to, 'folded'));
}

/** Surname first and at least three words, no historical figure: a name wherever it stands. */
function isFullName(words: Word[], from: number, to: number): boolean {
  if (to - from < 3) return false;
  const { lower, bare } = wordAt(words, from);
  const isSurname =
    table.surnames.has(lower) || (bare && (table.bareSureSurnames.has(lower) || table.bareLikelySurnames.has(lower)));
  if (!isSurname || isFigure(words, from, to)) return false;
  return !table.notSurnamePairs.has(joined(words, from, from + 2, 'folded'));
}

/** The index after single letters in a row: "N.T.H". */
function initialsEnd(words: Word[], from: number): number {
  let end = from;
  while (end < from + 4 && wordAt(words, end).shape === 'INITIAL') {
    if (end > from && !/^\.? ?$/u.test(wordAt(words, end).gap)) break;
    end += 1;
  }
  return end;
}

/** A capitalised word that begins a sentence, a post, a body or a place rather than a name. */
function startsOther(words: Word[], at: number, first: boolean): boolean {
  const word = wordAt(words, at);
  const next = wordAt(words, at + 1);
  if (follows(next) && table.notNamePairs.has(`${word.folded} ${next.folded}`)) return true;
  if (isMiddle(next) && table.surnames.has(word.lower)) return false;
  return table.notNames.has(word.lower) || (first && word.bare && table.notNamesBare.has(word.folded));
}

// "Ng. Văn A": the dot of a shortened surname does not end the name.
function continues(words: Word[], at: number): boolean {
  const before = wordAt(words, at - 1);
  const word = wordAt(words, at);
  return follows(word) || (word.gap === '. ' && before.bare && before.end - before.start === 2);
}

function isNamePart(words: Word[], at: number, from: number): boolean {
  const word = wordAt(words, at);
  if (word.shape !== 'TITLE' || (at > from && !continues(words, at))) return false;
  return !startsOther(words, at, at === from) || (at === from + 1 && isMiddle(word));
}

/** The index after the capitalised words, at most four or after a surname five, that can be one name. */
function titleEnd(words: Word[], from: number): number {
  let end = initialsEnd(words, from);
  if (end > from + 1) return end;
  // "cô 2 Lệ": the order of birth stands before the given name.
  if (/^\d$/u.test(wordAt(words, from).lower)) {
    return follows(wordAt(words, from + 1)) && isNamePart(words, from + 1, from + 1) ? from + 2 : from;
  }
  const most = table.surnames.has(wordAt(words, from).lower) ? 5 : 4;
  while (end < from + most && isNamePart(words, end, from)) end += 1;
  return end > from && continues(words, end) ? initialsEnd(words, end) : end;
}

type Rank = 'SURE' | 'LIKELY' | 'NONE';

/** How surely a word is a surname when its letters are all small or all capital. */
function accentedRank(lower: string): Rank {
  if (table.strongSurnames.has(lower)) return 'SURE';
  return table.surnames.has(lower) ? 'LIKELY' : 'NONE';
}

// Without accents most surnames are common words too, so it depends on the honorific which may be meant.
function bareRank(lower: string, honorific: Honorific): Rank {
  if (table.bareSureSurnames.has(lower)) return 'SURE';
  const excluded = table.bareHonorifics.get(foldText(honorific.name)) ?? new Set();
  if (honorific.bare && (excluded.has('*') || excluded.has(lower))) return 'NONE';
  return table.bareLikelySurnames.has(lower) ? 'LIKELY' : 'NONE';
}

function surnameRank({ lower, bare }: Word, honorific: Honorific): Rank {
  const accented = accentedRank(lower);
  return !bare || (!honorific.bare && accented !== 'NONE') ? accented : bareRank(lower, honorific);
}

// "a" and "b" stand for a name only after the middle name: alone they are "à" or an abbreviation.
function isFlatPart(words: Word[], at: number): boolean {
  const word = wordAt(words, at);
  const before = wordAt(words, at - 1);
  if (!follows(word)) return false;
  // "Nguyễn văn An đồng ý": after a capital the name does not go on in small letters.
  if (before.shape === 'TITLE' && word.shape === 'LOWER') return false;
  return isGiven(word) || (/^[a-z]$/u.test(word.lower) && !'koe'.includes(word.lower) && isMiddle(before));
}

/** True for "văn" and "thị" between a surname and a further word; "mai thi toán" is no name. */
function hasMiddle(words: Word[], from: number): boolean {
  const second = wordAt(words, from + 1);
  const third = wordAt(words, from + 2);
  return isMiddle(second) && follows(third) && (!second.bare || third.bare || wordAt(words, from).bare);
}

/** The index after a name in small letters or capitals: a surname, then only what can be a given name. */
function flatEnd(words: Word[], honorific: Honorific): number {
  const from = honorific.next;
  const middle = hasMiddle(words, from);
  if (!leadsName(words, honorific, middle)) return from;
  let end = from + (middle ? 2 : 1);
  while (end < from + 4 && isFlatPart(words, end)) end += 1;
  if (end - from < (middle ? 3 : shortestFlat(honorific))) return from;
  return (honorific.bare || !middle) && isFigure(words, from, end) ? from : end;
}

function leadsName(words: Word[], honorific: Honorific, middle: boolean): boolean {
  const from = honorific.next;
  const rank = surnameRank(wordAt(words, from), honorific);
  if (rank === 'NONE' || (rank === 'LIKELY' && !middle) || !follows(wordAt(words, from + 1))) return false;
  return !table.notSurnamePairs.has(joined(words, from, from + 2, 'folded'));
}

// "ba" is also three and "co" there is: "co nguyen nhan" must not become Mrs Nguyễn Nhân.
const shortestFlat = ({ bare, name }: Honorific): number =>
  bare && ['ba', 'co', 'thay', 'chu', 'bac'].includes(name) ? 3 : 2;

/** An historical figure spoken of with respect: "Bác Hồ", "cụ Nguyễn Du". */
function isRevered(words: Word[], { name, next }: Honorific, end: number): boolean {
  if (name === 'cụ' || name === 'đồng chí') return isFigure(words, next, end);
  const short = name === 'bác' && table.shortFigures.has(wordAt(words, next).lower);
  return short && (end - next === 1 || isFigure(words, next, end));
}

/** A street, bridge or market called after a person: "đường Bà Triệu", "chợ Bà Chiểu". */
function isNamedPlace(words: Word[], { from, next, capital }: Honorific, end: number): boolean {
  if (capital && [2, 3].some((length) => table.honorificPlaces.has(joined(words, from, from + length)))) return true;
  if (!follows(wordAt(words, from))) return false;
  const before = wordAt(words, from - 1).lower;
  if (capital && table.placeLeads.has(before)) return true;
  return table.strongPlaceLeads.has(before) && !isFullName(words, next, end);
}

// "nhà em Đồng Lộc": the speaker's own village, not a name.
function isOwnPlace(words: Word[], { from, next, name }: Honorific, end: number): boolean {
  if ((name !== 'em' && name !== 'cháu') || end - next < 2) return false;
  return table.ownPlaceLeads.has(wordAt(words, from - 1).lower) && !isFullName(words, next, end);
}

function isPerson(words: Word[], honorific: Honorific, end: number): boolean {
  if (isRevered(words, honorific, end) || isNamedPlace(words, honorific, end)) return false;
  if (isOwnPlace(words, honorific, end)) return false;
  return !honorific.fullOnly || isFullName(words, honorific.next, end);
}

/** The index after the name that follows the honorific, or that of its first word when there is none. */
function nameEnd(words: Word[], honorific: Honorific): number {
  const { next } = honorific;
  // "Nguyễn văn An" is read as if it were all in small letters.
  const flat = honorific.bare || (isMiddle(wordAt(words, next + 1)) && wordAt(words, next + 1).shape === 'LOWER');
  const capitalised = flat || startsOther(words, next, true) ? next : titleEnd(words, next);
  const end = capitalised > next ? capitalised : flatEnd(words, honorific);
  return end > next && isPerson(words, honorific, end) ? end : next;
}

interface Found {
  from: number;
  end: number;
}

/** After "bác sĩ", "cô giáo" and the like a given name alone, or a surname with one, is a person. */
function isNearName(words: Word[], from: number, end: number): boolean {
  const first = wordAt(words, from);
  if (end === from + 1) return isGiven(first);
  return end === from + 2 && table.strongSurnames.has(first.lower) && !isFigure(words, from, end);
}

// "chủ tịch phường Trần Phú" speaks of the ward, "bí thư Đoàn …" of the youth union: only more words tell a person.
function isPostName(words: Word[], from: number, end: number, direct: boolean): boolean {
  if (!isFullName(words, from, end)) return false;
  if (end === from + 4 || isMiddle(wordAt(words, from + 1))) return true;
  return direct && wordAt(words, from).lower !== 'đoàn';
}

/** A name after a title or a post: "bác sĩ Hùng", "chủ tịch xã Nguyễn Văn Hải". */
function roleName(words: Word[], at: number): Found | null {
  const role = joined(words, at, at + 2);
  if (!table.roles.has(role) && !bareRoles.has(role)) return null;
  let from = at + 2;
  while (from < at + 7 && table.roleFillers.has(wordAt(words, from).lower)) from += 1;
  if (!/^:? {1,3}$/u.test(wordAt(words, from).gap)) return null;
  const end = titleEnd(words, from);
  const direct = from === at + 2;
  const near = direct && table.nearRoles.has(role) && isNearName(words, from, end);
  return near || isPostName(words, from, end, direct) ? { from, end } : null;
}

/** "Nguyễn Thị Lan" without any title, unless a street, a school or a figure bears the name. */
function bareFullName(words: Word[], from: number): Found | null {
  const first = wordAt(words, from);
  if (first.shape !== 'TITLE' || first.bare || !table.surnames.has(first.lower)) return null;
  if (!table.middles.has(wordAt(words, from + 1).lower)) return null;
  const end = titleEnd(words, from);
  if (!isFullName(words, from, end)) return null;
  const lead = words.slice(Math.max(0, from - 4), from);
  return lead.some((word) => table.bareNameLeads.has(word.lower)) ? null : { from, end };
}

function nameAt(words: Word[], at: number): Found | null {
  const honorific = honorificAt(words, at);
  const end = honorific ? nameEnd(words, honorific) : at;
  if (honorific && end > honorific.next) return { from: honorific.next, end };
  return roleName(words, at) ?? bareFullName(words, at);
}

/** The name, and the dwelling told by it: as one when the words before the name speak of the house. */
function spansOf(words: Word[], at: number, { from, end }: Found): Span<NameKind>[] {
  const span = (kind: NameKind, first: number, last: number): Span<NameKind> => ({
    kind,
    start: wordAt(words, first).start,
    end: wordAt(words, last - 1).end,
  });
  const home = homeStart(words, at);
  const house = houseNumber(words, end);
  if (home < at) return [span('HOME_ADDRESS', home, house?.end ?? end)];
  const name = span('PERSON_NAME', from, end);
  return house ? [name, span('HOME_ADDRESS', house.from, house.end)] : [name];
}

/** Names after honorifics and posts, and dwellings told by a name, in order; offsets of the scanned form. */
export function findNames(words: Word[]): Span<NameKind>[] {
  const spans: Span<NameKind>[] = [];
  let at = 0;
  while (at < words.length) {
    const found = nameAt(words, at);
    if (found) spans.push(...spansOf(words, at, found));
    at = found ? found.end : at + 1;
  }
  return spans;
}
