import type { ClockUnit } from './clock.ts';

/** LEGAL: by law or the members' rule book; AGREED: promised to the other bodies of a matter; INTERNAL: a body's own. */
export type ClockKind = 'LEGAL' | 'AGREED' | 'INTERNAL';
export type DeadlineState = 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED' | 'SUPERSEDED';
export type ClockRunner = 'OWNER' | 'ADDRESSEE' | 'LEAD' | 'ASSIGNEE' | 'ANSWERER' | 'SETTER';
export type SubjectKind = 'Issue' | 'Referral' | 'Matter' | 'Task' | 'Answer';
export type Rung = 'OFFICER' | 'LEADER' | 'PARENT' | 'SUPERVISING';
export type AlarmStep = 'WARN' | 'MISS' | 'RESUME' | Rung;
export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW' | 'LOCAL';
export type StepAct = 'PAUSED' | 'RESUMED' | 'EXTENDED' | 'ENDED';

/** One version of a rule. Rows of this module are written by requests and by background work alike, hence in SQL. */
export interface RuleRow {
  id: string;
  code: string;
  version: number;
  kind: ClockKind;
  name_vi: string;
  name_en: string;
  runner: ClockRunner;
  /** Types of events, each as `type` or `type/VALUE`: the state, outcome, verdict or part that the event brought. */
  starts_on: string[];
  stops_on: string[];
  pauses_on: string[];
  cancels_on: string[];
  /** Only of issues that came this way; empty: of all. */
  channels: string[];
  /** Only of bodies of these kinds; empty: of all. */
  organization_kinds: string[];
  /** null: the act itself names the last day. */
  amount: number | null;
  unit: ClockUnit;
  is_backward: boolean;
  rolls: boolean;
  /** null: nobody is warned. */
  warn_before: number | null;
  warn_unit: ClockUnit;
  escalate_to: Rung[];
  /** Working days after the due day, for each rung. */
  escalate_after: number[];
  pause_max_count: number;
  /** Calendar days in all; a pause that reaches them ends by itself. */
  pause_max_days: number;
  /** In the rule's unit, in all; 0: not to be extended. */
  extend_max: number;
  legal_basis: string | null;
  confidence: Confidence;
  enabled: boolean;
  /** Of clocks that start in this period. */
  valid_from: string;
  valid_to: string | null;
}

/** One clock of one body. */
export interface DeadlineRow {
  id: string;
  rule_id: string;
  rule_code: string;
  kind: ClockKind;
  organization_id: string;
  name: string | null;
  subject_kind: SubjectKind;
  subject_id: string;
  issue_id: string | null;
  matter_id: string | null;
  started_at: Date;
  /** Extensions are in it; null where the last day is named. */
  amount: number | null;
  unit: ClockUnit;
  fixed_on: string | null;
  due_at: Date;
  due_on: string;
  state: DeadlineState;
  explanation: string[];
  /** Number of the newest calendar that it was reckoned with. */
  calendar_mark: string;
  paused_at: Date | null;
  ended_at: Date | null;
  supersedes_id: string | null;
  version: number;
}

export const deadlineColumns = `d.id, d.rule_id, d.rule_code, d.kind, d.organization_id, d.name, d.subject_kind, d.subject_id,
  d.issue_id, d.matter_id, d.started_at, d.amount, d.unit, d.fixed_on::text as fixed_on, d.due_at,
  d.due_on::text as due_on, d.state, d.explanation, d.calendar_mark::text as calendar_mark, d.paused_at, d.ended_at,
  d.supersedes_id, d.version`;

export const ruleColumns = `r.id, r.code, r.version, r.kind, r.name_vi, r.name_en, r.runner, r.starts_on, r.stops_on, r.pauses_on,
  r.cancels_on, r.channels, r.organization_kinds, r.amount, r.unit, r.is_backward, r.rolls, r.warn_before, r.warn_unit,
  r.escalate_to, r.escalate_after, r.pause_max_count, r.pause_max_days, r.extend_max, r.legal_basis, r.confidence,
  r.enabled, r.valid_from::text as valid_from, r.valid_to::text as valid_to`;
