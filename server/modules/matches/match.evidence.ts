import type { Evidence } from './engine/engine.types.ts';

/** A reason as one step of disclosure may read it. */
export interface EvidenceLine {
  signal: string;
  weight: number;
  detail: string;
}

/** Steps of disclosure, in the order in which they open. */
export const disclosures = ['EXISTS', 'BODY', 'SUMMARY', 'FULL'] as const;
type DisclosureName = (typeof disclosures)[number];

/** 1 exists … 4 full, as the tables keep it. */
export const stepOf = (disclosure: DisclosureName): number => disclosures.indexOf(disclosure) + 1;

const round = (weight: number): number => Math.round(weight * 1000) / 1000;

/** What may be read of the evidence at a step: below FULL no word of the other text, below SUMMARY no topic, place or day. */
export const linesAt = (step: number, evidence: readonly Evidence[]): EvidenceLine[] =>
  evidence.map(({ signal, weight, detail, summary, full }) => ({
    signal,
    weight: round(weight),
    detail: (step === 4 ? full : undefined) ?? (step >= 3 ? summary : undefined) ?? detail,
  }));

/** The steps at which a text changes: BODY reads what EXISTS does. */
export const evidenceSteps = [1, 3, 4] as const;
