import { canariesIn } from './canary.ts';
import type { Row } from './facts.ts';
import type { Oracle } from './oracle.ts';

export interface Marks {
  /** What the body may meet anywhere; anything else of another body is a leak. */
  may: ReadonlySet<string>;
  /** What it finds when it reads everything. */
  must: ReadonlySet<string>;
}

type Rule = (oracle: Oracle, organization: string, row: Row) => boolean;

const seesIssue: Rule = (oracle, organization, row) => oracle.sees(organization, row['id']);
const readsIssue: Rule = (oracle, organization, row) => oracle.reads(organization, row['id']);
const seesLink: Rule = (oracle, organization, row) => oracle.seesLink(organization, row);
const seesReferral: Rule = (oracle, organization, row) => oracle.seesReferral(organization, row);
const seesReferralOf: Rule = (oracle, organization, row) =>
  oracle.seesReferral(organization, oracle.referral(row['referral_id'])!);
const seesTask: Rule = (oracle, organization, row) => oracle.seesTask(organization, row);
const seesRelay: Rule = (oracle, organization, row) =>
  oracle.takesPart(organization, row['matter_id']) && oracle.sees(organization, row['issue_id']);
const seesCommitment: Rule = (oracle, organization, row) =>
  row['organization_id'] === organization || oracle.takesPart(organization, row['matter_id']);
const seesAssignment: Rule = (oracle, organization, row) =>
  [row['owner_id'], row['body_id']].includes(organization) && oracle.sees(organization, row['issue_id']);
const seesReminder: Rule = (oracle, organization, row) => oracle.seesReminder(organization, row);
const takesPart: Rule = (oracle, organization, row) => oracle.takesPart(organization, row['matter_id'] ?? row['id']);
const seesComment: Rule = (oracle, organization, row) => oracle.seesComment(organization, row);
const seesDraft: Rule = (oracle, organization, row) =>
  row['organization_id'] === organization && oracle.takesPart(organization, row['matter_id']);
const isOwn: Rule = (_, organization, row) => row['organization_id'] === organization;
const knowsEvent: Rule = (oracle, organization, row) => oracle.knowsEvent(organization, row);

/** By table and column: whom the value may reach. A column that stands nowhere here reaches nobody. */
const columnRules: Record<string, Record<string, Rule>> = {
  issue: {
    id: seesIssue,
    code: seesIssue,
    client_id: (_, organization, row) => row['owner_id'] === organization,
    title: seesIssue,
    description: readsIssue,
    place: readsIssue,
    status_reason: readsIssue,
  },
  issue_link: { id: seesLink, note: seesLink },
  referral: { id: seesReferral, request: seesReferral, reason: seesReferral },
  matter: { id: takesPart, code: takesPart, title: takesPart, summary: takesPart },
  matter_reason: {
    reason: (oracle, organization, row) => oracle.seesReason(organization, row) || oracle.isTold(organization, row),
  },
  referral_question: { question: seesReferralOf, reply: seesReferralOf },
  assignment: { id: seesAssignment },
  task: { id: seesTask, title: seesTask, result: seesTask },
  answer_draft: {
    id: seesDraft,
    content: seesDraft,
    document_number: seesDraft,
    promise: seesDraft,
  },
  answer_relay: { id: seesRelay, note: seesRelay },
  commitment: { id: seesCommitment, promise: seesCommitment, settled_note: seesCommitment },
  reminder: { id: seesReminder, note: seesReminder },
  answer: { id: takesPart, content: takesPart, document_number: takesPart },
  assessment: { id: takesPart, note: takesPart },
  comment: { id: seesComment, body: seesComment },
  actor: { id: isOwn, name: isOwn },
  event: { uid: knowsEvent, subject_id: knowsEvent },
};

const known = new WeakMap<Oracle, Map<string, Marks>>();

/** What a body may and must meet at the moment that the oracle tells of. */
export function marksOf(oracle: Oracle, organization: string): Marks {
  const ofMoment = known.get(oracle) ?? new Map<string, Marks>();
  known.set(oracle, ofMoment);
  const marks = ofMoment.get(organization) ?? collectMarks(oracle, organization);
  ofMoment.set(organization, marks);
  return marks;
}

function collectMarks(oracle: Oracle, organization: string): Marks {
  const may = new Set<string>(oracle.members.open);
  const must = new Set<string>();
  for (const [table, columns] of Object.entries(columnRules)) {
    for (const row of oracle.rows(table)) {
      for (const [column, rule] of Object.entries(columns)) {
        const value = row[column];
        if (value === null || !rule(oracle, organization, row)) continue;
        for (const mark of isKey(column) ? [String(value)] : canariesIn(String(value))) {
          may.add(mark);
          if (table !== 'event' && column !== 'client_id') must.add(mark);
        }
      }
    }
  }
  return { may, must };
}

const isKey = (column: string): boolean => ['id', 'uid', 'subject_id', 'code', 'client_id'].includes(column);
