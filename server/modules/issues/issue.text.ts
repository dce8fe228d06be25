import { AppError } from '../../platform/errors.ts';
import { cleanText } from '../../platform/text/normalize.ts';
import { maskPersonalData, scanPersonalData, screenAccusation } from '../../platform/text/entry-scan.ts';

/** Raised where a draft accuses a person or contests a decision: nothing of it may be kept. */
export class Accusation extends Error {
  readonly reason: 'DENUNCIATION' | 'COMPLAINT';
  readonly field: string;

  constructor(reason: Accusation['reason'], field: string) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

export interface TextRule {
  field: string;
  max: number;
  multiline?: boolean;
}

/** A text that names no person: PERSONAL_DATA with positions and a masked proposal otherwise. */
export function impersonalText(text: string, rule: TextRule): string {
  const clean = cleanText(text, rule);
  const findings = scanPersonalData(clean);
  if (findings.length === 0) return clean;
  const proposal = maskPersonalData(clean, findings);
  throw new AppError('PERSONAL_DATA', { field: rule.field, extensions: { findings, proposal } });
}

/** A text that may be kept as the content of an issue. */
export function issueText(text: string, rule: TextRule): string {
  const clean = cleanText(text, rule);
  const accusation = screenAccusation(clean);
  if (accusation) throw new Accusation(accusation.reason, rule.field);
  return impersonalText(clean, rule);
}

export const optionalText = <T>(text: T | null | undefined, check: (text: T) => string): string | null =>
  text === null || text === undefined ? null : check(text);
