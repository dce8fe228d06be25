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
const takesPart: Rule = (oracle, organization, row) => oracle.takesPart(organization, row['matter_id'] ?? row['id']);
const seesComment: Rule = (oracle, organization, row) => oracle.seesComment(organization, row);
const seesDeadline: Rule = (oracle, organization, row) => oracle.seesDeadline(organization, row);
const isOwn: Rule = (_, organization, row) => row['organization_id'] === organization;
const knowsEvent: Rule = (oracle, organization, row) => oracle.knowsEvent(organization, row);

/** By table and column: whom the value may reach. A column that stands nowhere here reaches nobody. */
const columnRules: Record<string, Record<string, Rule>> = {
  issue: {
    id: seesIssue,
    code: seesIssue,
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
  task: { id: takesPart, title: takesPart, result: takesPart },
  answer: { id: takesPart, content: takesPart, document_number: takesPart },
  assessment: { id: takesPart, note: takesPart },
  comment: { id: seesComment, body: seesComment },
  deadline: { id: seesDeadline, name: seesDeadline, subject_id: seesDeadline },
  deadline_step: { reason: isOwn },
  deadline_alarm: { id: isOwn },
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
          if (table !== 'event' && column !== 'subject_id') must.add(mark);
        }
      }
    }
  }
  return { may, must };
}

const isKey = (column: string): boolean => ['id', 'uid', 'subject_id', 'code'].includes(column);
