import { foldText } from '../../platform/text/normalize.ts';
import type { Span } from './scan-text.ts';

type DataKind = 'PHONE' | 'IDENTITY_NUMBER' | 'EMAIL' | 'PLATE' | 'BANK_ACCOUNT';
interface Group {
  digits: string;
  start: number;
  end: number;
}

// Every pattern below either runs once over the text with classes that exclude each other, or over a window of fixed
// length: the work stays linear whatever is sent.
const window = 60;
const before = (text: string, at: number): string => foldText(text.slice(Math.max(0, at - window), at));
const after = (text: string, at: number): string => foldText(text.slice(at, at + window));

const date = /(?<![\d.-])(?:0?[1-9]|[12]\d|3[01])([./ -])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?![.-]?\d)/gu;
const run = /\d(?:[ .()-]{0,3}\d)*/gu;

/** Digit groups that stand together, dates left out. */
function digitRuns(text: string): Group[][] {
  const undated = text.replace(date, (found) => '#'.repeat(found.length));
  return [...undated.matchAll(run)].map((match) =>
    [...match[0].matchAll(/\d+/gu)].map((group) => {
      const start = match.index + group.index;
      return { digits: group[0], start, end: start + group[0].length };
    }),
  );
}

const mobile = /^(?:0|(?:00)?840?)[35789]\d{8}$/u;
const landline = /^(?:0|(?:00)?840?)2\d{9}$/u;
// Twelve digits that begin with the code of a province (001 to 096).
const citizenNumber = /^0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}$/u;
const oldNumber = /^\d{9}$/u;
const isPhone = (digits: string): boolean => mobile.test(digits) || landline.test(digits);

const identityLead =
  /\b(?:cmnd|cmt|cmtnd|cccd|chung minh(?: nhan dan| thu)?|can cuoc(?: cong dan)?|dinh danh(?: ca nhan)?)(?:\W+(?:so|cua|toi|em|la|cu|moi))*\W*$/u;
const passport = /\b(?:ho chieu|passport)(?:\W+(?:so|cua|toi|em|la))*\W*$/u;
const bank =
  'vietcombank|vcb|agribank|bidv|vietinbank|viettinbank|techcombank|tcb|mb|mbbank|mb bank|acb|sacombank|vpbank|tpbank|shb|hdbank|' +
  'lpbank|lienvietpostbank|lien viet|vib|msb|seabank|ocb|scb|eximbank|ngan hang|momo|viettelpay|zalopay|vnpay';
const accountLead = /\b(?:stk|so tai khoan|so tk|so tkhoan)(?:\W+(?:so|cua|toi|em|minh|la|tai|nh|BANK))*\W*$/u;
const weakLead = /\b(?:tai khoan|tk|BANK)(?:\W+(?:so|cua|toi|em|minh|la|tai|nh|BANK))*\W*$/u;
const strongAccount = new RegExp(accountLead.source.replaceAll('BANK', bank), 'u');
const weakAccount = new RegExp(weakLead.source.replaceAll('BANK', bank), 'u');
const bankAfter = new RegExp(
  `^\\W{0,3}(?:(?:tai|o|nh|ngan hang)\\W+){0,2}(?:${bank.replace('|ngan hang', '')})\\b`,
  'u',
);
const currency = /^\W{0,2}(?:dong|trieu|ty|nghin|vnd|usd)\b/u;
const amount = /^\W{0,2}(?:dong|trieu|ty|ti|nghin|ngan(?! hang)|k|vnd|d|usd|m2|ha|kg|con|ho|nguoi|luot)\b/u;
const taxLead = /\b(?:mst|ma so thue|ma so doanh nghiep|gpkd)\W*(?:so|la)?\W*$/u;

function joinedDigits(groups: Group[], from: number, to: number): string {
  return groups
    .slice(from, to)
    .map((group) => group.digits)
    .join('');
}

/** The ends (exclusive group indexes) at which the groups from `from` on add up to at most `most` digits. */
function ends(groups: Group[], from: number, most: number): number[] {
  const found: number[] = [];
  let length = 0;
  for (let i = from; i < groups.length; i += 1) {
    length += groups[i]?.digits.length ?? 0;
    if (length > most) break;
    found.push(i + 1);
  }
  return found;
}

// "1.200.000"
function isThousands([first, ...others]: Group[]): boolean {
  if (!first || first.digits.length > 3 || first.digits.startsWith('0')) return false;
  return others.every((group) => group.digits.length === 3);
}

function accountEnd(text: string, groups: Group[], from: number): number {
  const first = groups[from] as Group;
  const lead = before(text, first.start);
  const strong = strongAccount.test(lead);
  const possible = ends(groups, from, 19).filter((to) => joinedDigits(groups, from, to).length >= 6);
  const to = first.digits.length >= 8 ? from + 1 : (possible.at(-1) ?? from);
  if (to === from || first.digits.length > 19) return from;
  const rest = after(text, groups[to - 1]?.end ?? 0);
  if (strong) return currency.test(rest) ? from : to;
  if (amount.test(rest) || isThousands(groups.slice(from, to))) return from;
  return weakAccount.test(lead) || (bankAfter.test(rest) && joinedDigits(groups, from, to).length >= 8) ? to : from;
}

interface Hit {
  kind: DataKind;
  to: number;
}

function identityOrPhone(text: string, groups: Group[], from: number): Hit | null {
  const first = groups[from] as Group;
  const lead = before(text, first.start);
  const possible = ends(groups, from, 15);
  const at = (test: (digits: string) => boolean): number | undefined =>
    possible.find((to) => test(joinedDigits(groups, from, to)));
  if (identityLead.test(lead)) {
    const to = at((digits) => digits.length === 12) ?? at((digits) => oldNumber.test(digits));
    if (to !== undefined) return { kind: 'IDENTITY_NUMBER', to };
  }
  const phone = taxLead.test(lead) ? undefined : at(isPhone);
  const identity = at((digits) => citizenNumber.test(digits));
  const even = groups.slice(from, identity).every((group) => group.digits.length === first.digits.length);
  if (identity !== undefined && (phone === undefined || even)) return { kind: 'IDENTITY_NUMBER', to: identity };
  return phone === undefined ? null : { kind: 'PHONE', to: phone };
}

function numberHit(text: string, groups: Group[], from: number): Hit | null {
  const account = accountEnd(text, groups, from);
  if (account > from) return { kind: 'BANK_ACCOUNT', to: account };
  return identityOrPhone(text, groups, from);
}

function findNumbers(text: string): Span<DataKind>[] {
  const found: Span<DataKind>[] = [];
  for (const groups of digitRuns(text)) {
    let from = 0;
    while (from < groups.length) {
      const hit = numberHit(text, groups, from);
      if (hit)
        found.push({
          kind: hit.kind,
          start: withPrefix(text, groups[from] as Group),
          end: groups[hit.to - 1]?.end ?? 0,
        });
      from = hit ? hit.to : from + 1;
    }
  }
  return found;
}

// "+84 …" and "(0239) …": the sign belongs to the number.
function withPrefix(text: string, group: Group): number {
  const sign = /(?:\(\+?|\+ ?)$/u.exec(text.slice(Math.max(0, group.start - 2), group.start));
  return group.start - (sign?.[0].length ?? 0);
}

function findPassports(text: string): Span<DataKind>[] {
  const found: Span<DataKind>[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\d])[A-Za-z]\d{7}(?![\p{L}\d])/gu)) {
    if (!passport.test(before(text, match.index))) continue;
    found.push({ kind: 'IDENTITY_NUMBER', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const plate =
  /(?<![\p{L}\d])([1-9]\d)([-. ]?)([A-ZĐ]{1,2}\d?)([-. ]{0,3})(\d{3}\.\d{2}|\d{5}|\d{4})(?!\d|[.,]\d|\p{L})/giu;
const plateLead = /\b(?:bien so|bien kiem soat|bks|bien|xe|xe so|xe bien)\W*$/u;
const notPlateLead =
  /\b(?:lop|so|ngo|ngach|kiet|khu|lo|can|phong|tang|to|thua|duong|dieu|khoan|mau|ql|tl|km|gia|tu|den)\W*$/u;
const units = /^[ -]?[khmgldvđ]$/iu;

function isPlate(text: string, match: RegExpExecArray): boolean {
  const [all, , early = '', series = '', , tail = ''] = match;
  const lead = before(text, match.index);
  if (plateLead.test(lead)) return true;
  if (tail.includes('.')) return true;
  if (tail.length === 4 || early === ' ' || amount.test(after(text, match.index + all.length))) return false;
  if (notPlateLead.test(lead)) return false;
  return !units.test(series) || series === series.toUpperCase();
}

function findPlates(text: string): Span<DataKind>[] {
  return [...text.matchAll(plate)]
    .filter((match) => isPlate(text, match))
    .map((match) => ({ kind: 'PLATE', start: match.index, end: match.index + match[0].length }));
}

const atSign = /@|[([{] ?(?:at|a còng|a cong|a móc) ?[)\]}]| a (?:còng|cong|móc) /giu;
const domain =
  /^ ?[a-z\d-]{1,63}(?:(?:\.| ?[([{] ?(?:dot|chấm|cham) ?[)\]}] ?| (?:chấm|cham|dot) )[a-z\d-]{1,63}){1,4}/iu;
const knownDomain = /(?:com|vn|net|org|edu|gov|info|me|io)$/iu;

/** Outwards from each at sign, bounded by the lengths an address may have. */
function findEmails(text: string): Span<DataKind>[] {
  const found: Span<DataKind>[] = [];
  for (const match of text.matchAll(atSign)) {
    const local = /[\w.%+-]{1,64} ?$/u.exec(text.slice(Math.max(0, match.index - 65), match.index));
    const end = match.index + match[0].length;
    const host = domain.exec(text.slice(end, end + 200));
    if (!local || !host) continue;
    const tight = match[0] === '@' && !local[0].endsWith(' ') && !host[0].startsWith(' ');
    if (!tight && !knownDomain.test(host[0])) continue;
    found.push({ kind: 'EMAIL', start: match.index - local[0].length, end: end + host[0].length });
  }
  return found;
}

/** Contact data and numbers that belong to one person, in the scanned form; they may overlap. */
export function findData(text: string): Span<DataKind>[] {
  return [...findEmails(text), ...findPlates(text), ...findPassports(text), ...findNumbers(text)];
}
