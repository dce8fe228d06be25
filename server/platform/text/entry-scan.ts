import { denounces, contestsDecision } from './accusation.patterns.ts';
import { findData } from './personal-data.patterns.ts';
import { findNames } from './person-name.patterns.ts';
import { readScanText, readWords, type Span } from './scan-text.ts';

export type FindingKind =
  | 'PHONE'
  | 'IDENTITY_NUMBER'
  | 'EMAIL'
  | 'PLATE'
  | 'BANK_ACCOUNT'
  | 'PERSON_NAME'
  | 'HOME_ADDRESS';

/** A place in the NFC form of the scanned text, in UTF-16 code units, `end` exclusive. */
export interface Finding {
  kind: FindingKind;
  start: number;
  end: number;
}

export interface Accusation {
  reason: 'DENUNCIATION' | 'COMPLAINT';
}

const masks: Record<FindingKind, string> = {
  PHONE: '[số điện thoại]',
  IDENTITY_NUMBER: '[số định danh]',
  EMAIL: '[email]',
  PLATE: '[biển số]',
  BANK_ACCOUNT: '[tài khoản]',
  PERSON_NAME: '[họ tên]',
  HOME_ADDRESS: '[địa chỉ nhà]',
};

/** Where two findings share a place the wider reach of both is masked, under the kind that begins first. */
function apart<Kind extends string>(spans: Span<Kind>[]): Span<Kind>[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: Span<Kind>[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/**
 * Personal data in a free text or a file name: names after honorifics, phone, identity and account numbers, plates,
 * e-mail addresses, dwellings told by a name. Sorted and non-overlapping; offsets count in `text.normalize('NFC')`.
 * A first, honest filter and no proof: a bare given name or a number spelt in words passes.
 */
export function scanPersonalData(text: string): Finding[] {
  const scan = readScanText(text.normalize('NFC'));
  const { starts, ends } = scan;
  const spans = apart<FindingKind>([...findData(scan), ...findNames(readWords(scan.plain))]);
  return spans.map(({ kind, start, end }) => ({ kind, start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }));
}

/** The text with each finding replaced by the name of its kind in brackets: a proposal for the officer. */
export function maskPersonalData(text: string, findings: readonly Finding[]): string {
  const nfc = text.normalize('NFC');
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of findings) {
    parts.push(nfc.slice(at, start), masks[kind]);
    at = end;
  }
  return parts.join('') + nfc.slice(at);
}

/**
 * Whether a draft accuses a person of wrongdoing or contests an administrative decision; both have procedures of their
 * own and are not kept here. Doubtful drafts pass: screening by an officer follows.
 */
export function screenAccusation(text: string): Accusation | null {
  const { plain } = readScanText(text.normalize('NFC'));
  const words = readWords(plain);
  const names = findNames(words);
  if (denounces(words, names)) return { reason: 'DENUNCIATION' };
  return contestsDecision(words, names) ? { reason: 'COMPLAINT' } : null;
}
