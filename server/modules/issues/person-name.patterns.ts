import { homeStart, houseNumber } from './home-address.patterns.ts';
import * as table from './person-name.words.ts';
import type { Span, Word } from './scan-text.ts';

type NameKind = 'PERSON_NAME' | 'HOME_ADDRESS';

interface Honorific {
  /** Index of its first word and of the first word after it. */
  from: number;
  next: number;
  /** As written in the tables; for an unaccented one the folded form. */
  name: string;
  bare: boolean;
  title: boolean;
  caps: boolean;
  /** After it only a full name counts as a person. */
  fullOnly: boolean;
}

const close = /^ {1,3}$/u;
const afterHonorific = /^(?:\)?[.:]? {1,3}|[.:])$/u;
const isGiven = (word: Word): boolean => table.given.has(word.folded);
const joined = (words: Word[], from: number, to: number, key: 'lower' | 'folded' = 'lower'): string =>
  words
    .slice(from, to)
    .map((word) => word[key])
    .join(' ');
const isMiddle = (word: Word | undefined): boolean =>
  word !== undefined && (table.middles.has(word.lower) || (word.bare && table.middlesBare.has(word.lower)));
const isFigure = (words: Word[], from: number, to: number): boolean => {
  const name = joined(words, from, to);
  if (table.figures.has(name)) return true;
  return words.slice(from, to).every((word) => word.bare) && bareFigures.has(joined(words, from, to, 'folded'));
};
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const bareFigures: ReadonlySet<string> = new Set([...table.figures].map(fold));
const bareRoles: ReadonlySet<string> = new Set([...table.roles].map(fold));

function pluralBefore(words: Word[], at: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  if (!before || !word || !close.test(word.gap)) return false;
  return table.pluralLeads.has(before.lower) || table.pluralPairs.has(`${before.lower} ${word.lower}`);
}

/** "đ/c", "đồng chí", "Ô.", "B." */
function shortHonorific(words: Word[], at: number): Honorific | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return null;
  const found = { from: at, bare: false, title: false, caps: false, fullOnly: false };
  if (word.lower === 'đ' && next.lower === 'c' && next.gap === '/') return { ...found, next: at + 2, name: 'đồng chí' };
  if (word.lower === 'đồng' && next.lower === 'chí' && close.test(next.gap)) {
    return { ...found, next: at + 2, name: 'đồng chí', fullOnly: pluralBefore(words, at) };
  }
  if (word.lower === 'dong' && next.lower === 'chi' && close.test(next.gap)) {
    return { ...found, next: at + 2, name: 'dong chi', bare: true, fullOnly: pluralBefore(words, at) };
  }
  if (word.shape === 'INITIAL' && /^\. ?$/u.test(next.gap) && (word.lower === 'ô' || word.lower === 'b')) {
    return { ...found, next: at + 1, name: word.lower === 'b' ? 'bà' : 'ông', fullOnly: word.lower === 'b' };
  }
  return null;
}

function honorificAt(words: Word[], at: number): Honorific | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return null;
  const short = shortHonorific(words, at);
  if (short) return short;
  const exact = table.honorifics.has(word.lower);
  if (!exact && !table.bareHonorifics.has(word.lower)) return null;
  if (!afterHonorific.test(next.gap)) return null;
  const before = words[at - 1];
  if (before && close.test(word.gap) && blockedBy(before, word)) return null;
  return {
    from: at,
    next: at + 1,
    name: word.lower,
    bare: !exact,
    title: word.shape === 'TITLE',
    caps: word.shape === 'CAPS',
    fullOnly: pluralBefore(words, at) || next.gap.startsWith(':'),
  };
}

/** The word before makes the honorific a part of something else: "Kỳ Anh", "tiếng Anh", "dia chi". */
function blockedBy(before: Word, word: Word): boolean {
  if (table.languageLeads.has(before.lower) && word.lower === 'anh') return true;
  if (before.bare && word.bare && table.bareBlocks.has(`${before.lower} ${word.lower}`)) return true;
  const inName = before.shape === 'TITLE' && word.shape === 'TITLE';
  return inName && ['anh', 'cô', 'bác', 'chú', 'em', 'thầy'].includes(word.lower);
}

/** Single letters in a row, "N.T.H."; returns the index after them. */
function initialsEnd(words: Word[], from: number): number {
  let end = from;
  while (
    end < from + 4 &&
    words[end]?.shape === 'INITIAL' &&
    (end === from || /^\.? ?$/u.test(words[end]?.gap ?? ''))
  ) {
    end += 1;
  }
  return end;
}

function startsOther(words: Word[], at: number, first = true): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return true;
  if (next && close.test(next.gap) && table.notNamePairs.has(`${word.folded} ${next.folded}`)) return true;
  if (next && isMiddle(next) && table.surnames.has(word.lower)) return false;
  return table.notNames.has(word.lower) || (first && word.bare && table.notNamesBare.has(word.folded));
}

/** Capitalised words from `from` on that can be one name, at most four; returns the index after them. */
function titleEnd(words: Word[], from: number): number {
  let end = initialsEnd(words, from);
  if (end > from + 1) return end;
  // "cô 2 Lệ": the order of birth stands before the given name.
  if (/^\d$/u.test(words[from]?.lower ?? '') && words[from + 1]?.shape === 'TITLE' && !startsOther(words, from + 1)) {
    return nameGap(words, from + 1) ? from + 2 : from;
  }
  while (end < from + 4) {
    const word = words[end];
    if (!word || (end > from && !nameGap(words, end))) break;
    if (end > from && word.shape === 'INITIAL') return initialsEnd(words, end);
    if (word.shape !== 'TITLE' || (startsOther(words, end, end === from) && !(end === from + 1 && isMiddle(word))))
      break;
    end += 1;
  }
  return end;
}

// "Ng. Văn A": the dot of a shortened surname does not end the name.
function nameGap(words: Word[], at: number): boolean {
  const before = words[at - 1];
  const gap = words[at]?.gap ?? '';
  return close.test(gap) || (gap === '. ' && before !== undefined && before.end - before.start === 2 && before.bare);
}

/** Surname first, then two more words or the middle name Văn or Thị: a name wherever it stands. */
function isFullName(words: Word[], from: number, to: number): boolean {
  const first = words[from];
  if (!first || to - from < 2) return false;
  const bareSurname =
    first.bare && (table.bareSureSurnames.has(first.lower) || table.bareLikelySurnames.has(first.lower));
  if (!table.surnames.has(first.lower) && !bareSurname) return false;
  if (isFigure(words, from, to) || table.notSurnamePairs.has(joined(words, from, from + 2, 'folded'))) return false;
  return to - from >= 3;
}

/** A name in lower case or in capitals: led by a surname, as far as its syllables are those of given names. */
function flatEnd(words: Word[], honorific: Honorific): number {
  const from = honorific.next;
  const first = words[from];
  const second = words[from + 1];
  if (!first || !second || !close.test(second.gap)) return from;
  const rank = surnameRank(first, honorific);
  if (rank === 'NONE' || table.notSurnamePairs.has(`${first.folded} ${second.folded}`)) return from;
  const third = words[from + 2];
  const middle =
    third !== undefined && close.test(third.gap) && isMiddle(second) && (!second.bare || third.bare || first.bare);
  let end = from + (middle ? 2 : 1);
  while (end < from + 4 && words[end] && close.test(words[end]?.gap ?? '') && isFlatPart(words, end)) end += 1;
  const length = end - from;
  if (middle) return length >= 3 && !(honorific.bare && isFigure(words, from, end)) ? end : from;
  if (rank !== 'SURE' || isFigure(words, from, end)) return from;
  const shortest = honorific.bare && ['ba', 'co', 'thay', 'chu', 'bac'].includes(honorific.name) ? 3 : 2;
  return length >= shortest ? end : from;
}

// "a" and "b" stand for a name only after the middle name: alone they are "à", "ở" or an abbreviation.
function isFlatPart(words: Word[], at: number): boolean {
  const word = words[at] as Word;
  if (isGiven(word)) return true;
  const letter = /^[a-z]$/u.test(word.lower) && !['k', 'o', 'e'].includes(word.lower);
  return letter && isMiddle(words[at - 1]);
}

function surnameRank(word: Word, honorific: Honorific): 'SURE' | 'LIKELY' | 'NONE' {
  if (!word.bare || !honorific.bare) {
    if (table.strongSurnames.has(word.lower)) return 'SURE';
    if (table.surnames.has(word.lower)) return 'LIKELY';
  }
  if (!word.bare) return 'NONE';
  if (table.bareSureSurnames.has(word.lower)) return 'SURE';
  const excluded = table.bareHonorifics.get(honorific.bare ? honorific.name : fold(honorific.name));
  if (excluded?.has('*') || excluded?.has(word.lower)) return honorific.bare ? 'NONE' : 'LIKELY';
  return table.bareLikelySurnames.has(word.lower) ? 'LIKELY' : 'NONE';
}

/** Street, bridge or market called after a person, or an historical figure spoken of with respect. */
function isNamedPlace(words: Word[], honorific: Honorific, end: number): boolean {
  const { from, next } = honorific;
  const before = close.test(words[from]?.gap ?? '') ? words[from - 1] : undefined;
  const capital = honorific.title || honorific.caps;
  for (const length of [2, 3]) {
    if (capital && table.honorificPlaces.has(joined(words, from, from + length))) return true;
  }
  const short = table.shortFigures.has(words[next]?.lower ?? '');
  if (honorific.name === 'bác' && short && (end - next === 1 || isFigure(words, next, end))) return true;
  if (['cụ', 'đồng chí'].includes(honorific.name) && isFigure(words, next, end)) return true;
  if (!before) return false;
  if (table.placeLeads.has(before.lower) && capital) return true;
  return table.strongPlaceLeads.has(before.lower) && (!isFullName(words, next, end) || isFigure(words, next, end));
}

// "nhà em Đồng Lộc": the speaker's own village, not a name.
function isOwnPlace(words: Word[], honorific: Honorific, end: number): boolean {
  if (!['em', 'cháu'].includes(honorific.name) || end - honorific.next < 2) return false;
  const before = words[honorific.from - 1];
  const lead = [
    'nhà',
    'quê',
    'xã',
    'xóm',
    'thôn',
    'phường',
    'chỗ',
    'bên',
    'vùng',
    'khu',
    'tổ',
    'ở',
    'dưới',
    'trên',
    'làng',
  ];
  return before !== undefined && lead.includes(before.lower) && !isFullName(words, honorific.next, end);
}

/** Index after the name that follows the honorific; the index of its first word when there is none. */
function nameEnd(words: Word[], honorific: Honorific): number {
  const { next, fullOnly } = honorific;
  if (!honorific.bare && !startsOther(words, next)) {
    const end = titleEnd(words, next);
    const named = end > next && !isNamedPlace(words, honorific, end) && !isOwnPlace(words, honorific, end);
    if (named && (!fullOnly || isFullName(words, next, end))) return end;
    if (end > next) return next;
  }
  const end = flatEnd(words, honorific);
  return end > next && !isNamedPlace(words, honorific, end) && (!fullOnly || end - next >= 3) ? end : next;
}

function roleNameEnd(words: Word[], at: number): { from: number; end: number } | null {
  const pair = joined(words, at, at + 2);
  const role = table.roles.has(pair) || (words[at]?.bare && words[at + 1]?.bare && bareRoles.has(pair));
  if (!role || !close.test(words[at + 1]?.gap ?? '')) return null;
  let from = at + 2;
  while (from < at + 7 && table.roleFillers.has(words[from]?.lower ?? '')) from += 1;
  if (!/^:? {1,3}$/u.test(words[from]?.gap ?? '')) return null;
  const end = titleEnd(words, from);
  if (end === from) return null;
  const direct = from === at + 2;
  if (direct && end === from + 1 && table.nearRoles.has(pair))
    return isGiven(words[from] as Word) ? { from, end } : null;
  // "chủ tịch phường Trần Phú" speaks of the ward: there only a middle name tells a person.
  if (!isFullName(words, from, end)) return null;
  const certain = end === from + 4 || isMiddle(words[from + 1]);
  return certain || (direct && words[from]?.lower !== 'đoàn') ? { from, end } : null;
}

/** "Nguyễn Thị Lan" without any title, unless a street, a school or a figure bears the name. */
function bareFullNameEnd(words: Word[], at: number): number {
  const first = words[at];
  const middle = words[at + 1];
  if (!first || !middle || first.bare || !table.surnames.has(first.lower) || !table.middles.has(middle.lower))
    return at;
  const end = first.shape === 'TITLE' ? titleEnd(words, at) : at;
  if (end - at < 3 || !isFullName(words, at, end)) return at;
  for (let i = Math.max(0, at - 4); i < at; i += 1) if (table.bareNameLeads.has(words[i]?.lower ?? '')) return at;
  return end;
}

function spansOf(words: Word[], from: number, nameFrom: number, end: number): Span<NameKind>[] {
  const at = (index: number): number => words[index]?.start ?? 0;
  const after = (index: number): number => words[index - 1]?.end ?? 0;
  const home = homeStart(words, from);
  const house = houseNumber(words, end);
  if (home < from) return [{ kind: 'HOME_ADDRESS', start: at(home), end: after(house?.end ?? end) }];
  const name: Span<NameKind> = { kind: 'PERSON_NAME', start: at(nameFrom), end: after(end) };
  return house ? [name, { kind: 'HOME_ADDRESS', start: at(house.from), end: after(house.end) }] : [name];
}

/** Names after honorifics and titles, and dwellings told by a name, in order. */
export function findNames(words: Word[]): Span<NameKind>[] {
  const found: Span<NameKind>[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const honorific = honorificAt(words, i);
    const end = honorific ? nameEnd(words, honorific) : i;
    if (honorific && end > honorific.next) {
      found.push(...spansOf(words, i, honorific.next, end));
      i = end - 1;
      continue;
    }
    const role = roleNameEnd(words, i) ?? { from: i, end: bareFullNameEnd(words, i) };
    if (role.end > role.from) {
      found.push(...spansOf(words, i, role.from, role.end));
      i = role.end - 1;
    }
  }
  return found;
}
