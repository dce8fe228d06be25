import type { ScanText, Span } from './scan-text.ts';

type DataKind = 'PHONE' | 'IDENTITY_NUMBER' | 'EMAIL' | 'PLATE' | 'BANK_ACCOUNT';
interface Group {
  digits: string;
  start: number;
  end: number;
}

// Every pattern below either runs once over the text with classes that exclude each other, or over a window of fixed
// length: the work stays linear whatever is sent.
const window = 60;
const before = ({ folded }: ScanText, at: number): string => folded.slice(Math.max(0, at - window), at);
const after = ({ folded }: ScanText, at: number): string => folded.slice(at, at + window);

const date = /(?<![\d.-])(?:0?[1-9]|[12]\d|3[01])([./ -])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?![.-]?\d)/gu;
const run = /\d(?:[ ._()-]{0,3}\d)*/gu;

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
// Numbered papers and projects: what stands after them is their number, unless it is said to be a person's.
const paperLead =
  /\b(?:cong van|van ban|to trinh|bao cao|quyet dinh|thong bao|hoa don|bien lai|hop dong|goi thau|du an|to khai|van don)(?: \p{L}{1,8}){0,2} ?(?:so|ma|ma so)?\W{0,3}$/u;
const taxLead = /\b(?:mst|ma so thue|ma so doanh nghiep|gpkd)\W*(?:so|la)?\W*$/u;

interface Sum {
  digits: string;
  /** Index after its last group. */
  to: number;
}

/** The numbers that the groups from `from` on make, one group longer each, up to `most` digits. */
function sums(groups: Group[], from: number, most: number): Sum[] {
  const found: Sum[] = [];
  let digits = '';
  for (let i = from; i < groups.length; i += 1) {
    const next = (groups[i] as Group).digits;
    if (digits.length + next.length > most) break;
    digits += next;
    found.push({ digits, to: i + 1 });
  }
  return found;
}

// "1.200.000"
function isThousands([first, ...others]: Group[]): boolean {
  if (!first || first.digits.length > 3 || first.digits.startsWith('0')) return false;
  return others.every((group) => group.digits.length === 3);
}

/** The groups that can be one account number, if they have neither too few nor too many digits. */
function accountSum(groups: Group[], from: number): Sum | undefined {
  const possible = sums(groups, from, 19);
  const sum = (groups[from] as Group).digits.length >= 8 ? possible[0] : possible.at(-1);
  return sum && sum.digits.length >= 6 ? sum : undefined;
}

// Other groups of the run would stand between, so a lead word reaches the first group only and a unit the last.
const leadOf = (text: ScanText, groups: Group[], from: number): string =>
  from === 0 ? before(text, (groups[0] as Group).start) : '';
const restOf = (text: ScanText, groups: Group[], to: number): string =>
  to === groups.length ? after(text, (groups[to - 1] as Group).end) : '';

function isAccount(text: ScanText, groups: Group[], from: number, { digits, to }: Sum): boolean {
  const lead = leadOf(text, groups, from);
  const rest = restOf(text, groups, to);
  if (strongAccount.test(lead)) return !currency.test(rest);
  if (amount.test(rest) || isThousands(groups.slice(from, to))) return false;
  return weakAccount.test(lead) || (digits.length >= 8 && bankAfter.test(rest));
}

interface Hit {
  kind: DataKind;
  to: number;
}

function identityOrPhone(text: ScanText, groups: Group[], from: number): Hit | null {
  const lead = leadOf(text, groups, from);
  const possible = sums(groups, from, 15);
  const at = (test: (digits: string) => boolean): number | undefined => possible.find(({ digits }) => test(digits))?.to;
  if (identityLead.test(lead)) {
    const to = at((digits) => digits.length === 12) ?? at((digits) => oldNumber.test(digits));
    if (to !== undefined) return { kind: 'IDENTITY_NUMBER', to };
  }
  const phone = taxLead.test(lead) ? undefined : at(isPhone);
  const identity = at((digits) => citizenNumber.test(digits));
  if (identity !== undefined && isOtherNumber(text, groups, { from, to: identity })) return null;
  if (identity !== undefined && (phone === undefined || isEven(groups.slice(from, identity)))) {
    return { kind: 'IDENTITY_NUMBER', to: identity };
  }
  return phone === undefined ? null : { kind: 'PHONE', to: phone };
}

/** Twelve digits that are a sum of money, or the number of a paper. */
function isOtherNumber(text: ScanText, groups: Group[], { from, to }: { from: number; to: number }): boolean {
  return currency.test(restOf(text, groups, to)) || paperLead.test(leadOf(text, groups, from));
}

// "04 20 99 00 12 34" is one number in equal groups, not a phone number with two digits after it.
const isEven = (groups: Group[]): boolean => groups.every(({ digits }) => digits.length === groups[0]?.digits.length);

function numberHit(text: ScanText, groups: Group[], from: number): Hit | null {
  const account = accountSum(groups, from);
  if (account && isAccount(text, groups, from, account)) return { kind: 'BANK_ACCOUNT', to: account.to };
  return identityOrPhone(text, groups, from);
}

function findNumbers(text: ScanText): Span<DataKind>[] {
  const found: Span<DataKind>[] = [];
  for (const groups of digitRuns(text.plain)) {
    let from = 0;
    while (from < groups.length) {
      const hit = numberHit(text, groups, from);
      if (hit) found.push({ kind: hit.kind, ...reach(text.plain, groups, from, hit.to) });
      from = hit ? hit.to : from + 1;
    }
  }
  return found;
}

// "+84 …" and "(0239) …": the sign belongs to the number.
function reach(text: string, groups: Group[], from: number, to: number): { start: number; end: number } {
  const { start } = groups[from] as Group;
  const sign = /(?:\(\+?|\+ ?)$/u.exec(text.slice(Math.max(0, start - 2), start));
  return { start: start - (sign?.[0].length ?? 0), end: (groups[to - 1] as Group).end };
}

function findPassports(text: ScanText): Span<DataKind>[] {
  const found: Span<DataKind>[] = [];
  for (const match of text.plain.matchAll(/(?<![\p{L}\d])[A-Za-z]\d{7}(?![\p{L}\d])/gu)) {
    if (!passport.test(before(text, match.index))) continue;
    found.push({ kind: 'IDENTITY_NUMBER', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const plate =
  /(?<![\p{L}\d])([1-9]\d)([-._ ]?)([A-ZĐ]{1,2}\d?)([-._ ]{0,3})(\d{3}\.\d{2}|\d{5}|\d{4})(?!\d|[.,]\d|\p{L})/giu;
const plateLead = /\b(?:bien so|bien kiem soat|bks|bien|xe|xe so|xe bien)\W*$/u;
const notPlateLead =
  /\b(?:lop|so|ngo|ngach|kiet|khu|lo|can|phong|tang|to|thua|duong|dieu|khoan|mau|ql|tl|km|gia|tu|den)\W*$/u;
const units = /^[ -]?[khmgldvđ]$/iu;

function isPlate(text: ScanText, match: RegExpExecArray): boolean {
  const [all, , early = '', series = '', , tail = ''] = match;
  const lead = before(text, match.index);
  if (plateLead.test(lead)) return true;
  if (tail.includes('.')) return true;
  if (tail.length === 4 || /[ _]/u.test(early) || amount.test(after(text, match.index + all.length))) return false;
  if (notPlateLead.test(lead)) return false;
  return !units.test(series) || series === series.toUpperCase();
}

function findPlates(text: ScanText): Span<DataKind>[] {
  return [...text.plain.matchAll(plate)]
    .filter((match) => isPlate(text, match))
    .map((match) => ({ kind: 'PLATE', start: match.index, end: match.index + match[0].length }));
}

const atSign = /@|[([{] ?(?:at|a còng|a cong|a móc) ?[)\]}]| a (?:còng|cong|móc) /giu;
const domain =
  /^ ?[a-z\d-]{1,63}(?:(?:\.| ?[([{] ?(?:dot|chấm|cham) ?[)\]}] ?| (?:chấm|cham|dot) )[a-z\d-]{1,63}){1,4}/iu;
const knownDomain = /(?:com|vn|net|org|edu|gov|info|me|io)$/iu;

/** Outwards from each at sign, bounded by the lengths an address may have. */
function findEmails({ plain }: ScanText): Span<DataKind>[] {
  const found: Span<DataKind>[] = [];
  for (const match of plain.matchAll(atSign)) {
    const local = /[\w.%+-]{1,64} ?$/u.exec(plain.slice(Math.max(0, match.index - 65), match.index));
    const end = match.index + match[0].length;
    const host = domain.exec(plain.slice(end, end + 200));
    if (!local || !host) continue;
    const tight = match[0] === '@' && !local[0].endsWith(' ') && !host[0].startsWith(' ');
    if (!tight && !knownDomain.test(host[0])) continue;
    found.push({ kind: 'EMAIL', start: match.index - local[0].length, end: end + host[0].length });
  }
  return found;
}

/** Contact data and numbers that belong to one person, in the scanned form; they may overlap. */
export function findData(text: ScanText): Span<DataKind>[] {
  return [...findEmails(text), ...findPlates(text), ...findPassports(text), ...findNumbers(text)];
}
