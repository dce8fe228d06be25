import type { Row } from './facts.ts';
import type { Oracle } from './oracle.ts';

const levelNames = [null, 'OWNER', 'PARTICIPANT', 'READER', 'SUMMARY'];
const text = (value: unknown): string => String(value);

const ids = (prefix: string, rows: readonly Row[]): string[] =>
  rows.map((row) => `${prefix}_${text(row['uid'] ?? row['id'])}`).toSorted();
const orgs = (values: readonly unknown[]): string[] => values.map((id) => `org_${text(id)}`).toSorted();

/** An issue as a body ought to find it: every value that depends on who asks. */
export function expectedIssue(oracle: Oracle, organization: string, issue: Row): Row {
  const level = oracle.level(organization, issue['id'])!;
  const forReaders = (value: unknown, otherwise: unknown = null): unknown => (level <= 3 ? value : otherwise);
  const of = (table: string, test: (row: Row) => boolean): Row[] => oracle.rows(table).filter(test);
  const isHere = (row: Row): boolean => row['issue_id'] === issue['id'];
  const links = of(
    'issue_link',
    (link) => [link['from_id'], link['to_id']].includes(issue['id']) && oracle.seesLink(organization, link),
  );
  const matter = oracle.rows('matter_issue').find(isHere)?.['matter_id'];
  const shares = of(
    'issue_share',
    (share) => isHere(share) && [issue['owner_id'], share['organization_id']].includes(organization),
  );
  const told = of('matter_reason', (reason) => isHere(reason) && oracle.isTold(organization, reason));
  return {
    title: issue['title'],
    description: forReaders(issue['description']),
    place: forReaders(issue['place']),
    statusReason: forReaders(issue['status_reason']),
    voices: issue['voices'],
    owner: `org_${text(issue['owner_id'])}`,
    level: levelNames[level],
    sharedWith: orgs(shares.map((share) => share['organization_id'])),
    links: forReaders(ids('link', links), []),
    referrals: ids(
      'referral',
      of('referral', (referral) => isHere(referral) && oracle.seesReferral(organization, referral)),
    ),
    comments: forReaders(
      ids(
        'comment',
        of('comment', (comment) => isHere(comment) && oracle.seesComment(organization, comment)),
      ),
      [],
    ),
    timeline: forReaders(
      ids(
        'event',
        of('event', (event) => isHere(event) && oracle.knowsEvent(organization, event)),
      ),
      [],
    ),
    parent: forReaders(
      issue['parent_id'] && oracle.sees(organization, issue['parent_id']) ? `issue_${text(issue['parent_id'])}` : null,
    ),
    parts: forReaders(
      ids(
        'issue',
        of('issue', (part) => part['parent_id'] === issue['id'] && oracle.sees(organization, part['id'])),
      ),
      [],
    ),
    repeatCount: forReaders(
      links.filter((link) => link['to_id'] === issue['id'] && link['kind'] === 'REPEATS').length,
      0,
    ),
    assignments: ids(
      'assignment',
      of('assignment', (row) => isHere(row) && [row['owner_id'], row['body_id']].includes(organization)),
    ),
    tasks: ids(
      'task',
      of('task', (task) =>
        oracle
          .rows('task_issue')
          .some(
            (tie) => tie['task_id'] === task['id'] && isHere(tie) && oracle.takesPart(organization, tie['matter_id']),
          ),
      ).filter((task) => oracle.seesTask(organization, task)),
    ),
    matter: matter && oracle.takesPart(organization, matter) ? `matter_${text(matter)}` : null,
    removalReason: told[0]?.['reason'] ?? null,
  };
}

interface Page {
  nodes: Row[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean };
}

/** All ids of a page, which has to be the whole list and to count itself right. */
function idsOf(page: unknown): string[] {
  const { nodes, totalCount, pageInfo } = page as Page;
  if (pageInfo.hasNextPage) throw new Error('The list goes on: the page is too short for this comparison');
  if (totalCount !== undefined && totalCount !== nodes.length)
    throw new Error(`${totalCount} counted, ${nodes.length} listed`);
  return nodes.map((node) => text(node['id'])).toSorted();
}

const idOf = (object: unknown): string | null => (object ? text((object as Row)['id']) : null);
const idsOfList = (list: unknown): string[] => (list as Row[]).map((row) => text(row['id'])).toSorted();

export const foundIssue = (issue: Row): Row => ({
  title: issue['title'],
  description: issue['description'],
  place: issue['place'],
  statusReason: issue['statusReason'],
  voices: issue['voices'],
  owner: idOf(issue['owner']),
  level: (issue['viewerAccess'] as Row)['level'],
  sharedWith: idsOfList(issue['sharedWith']),
  links: idsOf(issue['links']),
  referrals: idsOfList(issue['referrals']),
  comments: idsOf(issue['comments']),
  timeline: idsOf(issue['timeline']),
  parent: idOf(issue['parent']),
  parts: idsOfList(issue['parts']),
  repeatCount: issue['repeatCount'],
  assignments: idsOfList(issue['assignments']),
  tasks: idsOfList(issue['tasks']),
  matter: idOf(issue['matter']),
  removalReason: issue['removalReason'],
});

/** A matter as one of its bodies ought to find it. */
export function expectedMatter(oracle: Oracle, organization: string, matter: Row): Row {
  const of = (table: string, test: (row: Row) => boolean = () => true): Row[] =>
    oracle.rows(table).filter((row) => row['matter_id'] === matter['id'] && test(row));
  const reasons = of('matter_reason', (reason) => oracle.seesReason(organization, reason));
  const reopened = of('matter_reason', (reason) => reason['act'] === 'REOPENED').toSorted((a, b) =>
    text(a['id']) < text(b['id']) ? -1 : 1,
  );
  const parts = of('participant', (part) => part['until'] === null);
  return {
    title: matter['title'],
    summary: matter['summary'],
    voices: oracle.voices(organization, matter['id']),
    issues: ids('issue', oracle.issuesIn(organization, matter['id'])),
    participants: parts.map((part) => text(part['role'])).toSorted(),
    tasks: ids(
      'task',
      oracle.rows('task').filter((task) => oracle.mattersOf(task).includes(matter['id'])),
    ),
    commitments: ids('commitment', of('commitment')),
    reminders: ids('reminder', of('reminder')),
    draft:
      ids(
        'draft',
        of('answer_draft', (draft) => draft['organization_id'] === organization),
      )[0] ?? null,
    answers: ids('answer', of('answer')),
    assessments: ids('assessment', of('assessment')),
    comments: ids(
      'comment',
      of('comment', (comment) => oracle.seesComment(organization, comment)),
    ),
    timeline: ids(
      'event',
      of('event', (event) => oracle.knowsEvent(organization, event)),
    ),
    reasons: reasons.map((reason) => text(reason['reason'])).toSorted(),
    reopenReason: reopened.at(-1)?.['reason'] ?? null,
  };
}

export const foundMatter = (matter: Row): Row => ({
  title: matter['title'],
  summary: matter['summary'],
  voices: matter['voices'],
  issues: idsOf(matter['issues']),
  participants: (matter['participants'] as Row[]).map((part) => text(part['role'])).toSorted(),
  tasks: idsOfList(matter['tasks']),
  commitments: idsOfList(matter['commitments']),
  reminders: idsOfList(matter['reminders']),
  draft: idOf(matter['answerDraft']),
  answers: idsOfList(matter['answers']),
  assessments: idsOfList(matter['assessments']),
  comments: idsOf(matter['comments']),
  timeline: idsOf(matter['timeline']),
  reasons: (matter['reasons'] as Row[]).map((reason) => text(reason['reason'])).toSorted(),
  reopenReason: matter['reopenReason'],
});
