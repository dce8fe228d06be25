import type { Row } from './facts.ts';
import type { Oracle } from './oracle.ts';

/** Who asks: row security knows the body and, for what one follows, the actor. */
export interface Asker {
  organization: string;
  /** UUID of the actor. */
  actor: string;
}

type Rule = (oracle: Oracle, asker: Asker, row: Row) => boolean;

const everyone = '00000000-0000-0000-0000-000000000000';
const isOf =
  (...columns: string[]): Rule =>
  (_, { organization }, row) =>
    columns.some((column) => row[column] === organization);
const isOfBodyOrEveryone: Rule = (_, { organization }, row) =>
  row['organization_id'] === organization || row['organization_id'] === everyone;
const takesPart: Rule = (oracle, { organization }, row) => oracle.takesPart(organization, row['matter_id']);
const both =
  (...rules: Rule[]): Rule =>
  (...asked) =>
    rules.every((rule) => rule(...asked));
const either =
  (...rules: Rule[]): Rule =>
  (...asked) =>
    rules.some((rule) => rule(...asked));

/** Who accepts an offer joins the matter of the issue: it looks at the matter's rows before it is one of its bodies. */
const isAsked =
  (column: string): Rule =>
  (oracle, { organization }, row) =>
    oracle.rows('referral').some((offer) => {
      const place = oracle.rows('matter_issue').find((one) => one['issue_id'] === offer['issue_id']);
      return offer['to_id'] === organization && offer['status'] === 'OFFERED' && place?.['matter_id'] === row[column];
    });

const always: Rule = () => true;
const isTold: Rule = (_, { organization }, row) =>
  row['fired_at'] !== null && (row['organization_ids'] as string[]).includes(organization);

/** Its own, those of its matters that are not internal, those of which it was told. */
const seesDeadline: Rule = (oracle, asker, row) =>
  oracle.seesDeadline(asker.organization, row) ||
  oracle.rows('deadline_alarm').some((alarm) => alarm['deadline_id'] === row['id'] && isTold(oracle, asker, alarm));
const isOwnActor: Rule = (_, { actor }, row) => row['actor_id'] === actor;
/** An app is a person by itself. */
const isOwnPerson: Rule = (_, { actor }, row) => row['person_id'] === actor;

const matterRows = either(takesPart, isAsked('matter_id'));

/** By table: which rows row security may show. What stands within a row is masked by the read plans. */
export const readableRows: Record<string, Rule> = {
  actor: isOf('organization_id'),
  answer: takesPart,
  assessment: takesPart,
  calendar: always,
  calendar_day: always,
  comment: (oracle, { organization }, row) => oracle.seesComment(organization, row),
  deadline: seesDeadline,
  deadline_alarm: either(isOf('organization_id'), isTold),
  deadline_rule: always,
  deadline_step: isOf('organization_id'),
  event: (oracle, { organization }, row) => oracle.knowsEvent(organization, row),
  event_audience: isOfBodyOrEveryone,
  follow: both(isOf('organization_id'), isOwnActor),
  idempotency: isOf('organization_id'),
  issue: (oracle, { organization }, row) => oracle.sees(organization, row['id']),
  issue_access: either(isOfBodyOrEveryone, isOf('owner_id')),
  issue_link: (oracle, { organization }, row) => oracle.seesLink(organization, row),
  issue_share: isOf('owner_id', 'organization_id'),
  matter: (oracle, asker, row) => oracle.takesPart(asker.organization, row['id']) || isAsked('id')(oracle, asker, row),
  matter_access: isOf('organization_id'),
  matter_issue: matterRows,
  matter_reason: (oracle, { organization }, row) =>
    oracle.seesReason(organization, row) || row['issue_owner_id'] === organization,
  notification: both(isOf('organization_id'), isOwnActor),
  notification_group: isOwnActor,
  notification_preference: isOwnPerson,
  notification_quiet: isOwnPerson,
  participant: matterRows,
  redirection: isOf('organization_id'),
  referral: (oracle, { organization }, row) => oracle.seesReferral(organization, row),
  steward: always,
  task: takesPart,
};

/** By table: which rows a statement without a condition may change. */
export const changeableRows: Record<string, Rule> = {
  deadline: isOf('organization_id'),
  deadline_alarm: isOf('organization_id'),
  idempotency: isOf('organization_id'),
  issue: isOf('owner_id'),
  matter: (oracle, { organization }, row) => oracle.takesPart(organization, row['id']),
  matter_issue: isOf('owner_id'),
  participant: matterRows,
  referral: both(isOf('from_id', 'to_id'), readableRows['referral']!),
  task: takesPart,
};

/** By table: which rows a statement without a condition may delete. */
export const removableRows: Record<string, Rule> = {
  deadline_alarm: isOf('organization_id'),
  follow: readableRows['follow']!,
  issue_link: (oracle, asker, row) => {
    const owners = [row['from_id'], row['to_id']].map((issue) => oracle.issue(issue)!['owner_id']);
    return (
      readableRows['issue_link']!(oracle, asker, row) && [row['created_by_id'], ...owners].includes(asker.organization)
    );
  },
  issue_share: isOf('owner_id'),
  matter_issue: takesPart,
};

/** By table: the columns that say in whose name a row is written; every row has to be the writer's own. */
export const writers: Record<string, string[]> = {
  answer: ['organization_id'],
  assessment: ['organization_id'],
  calendar: ['created_by_id'],
  calendar_day: ['calendar_id'],
  comment: ['organization_id', 'author_id'],
  deadline: ['organization_id'],
  deadline_alarm: ['organization_id'],
  deadline_rule: ['created_by_id'],
  deadline_step: ['organization_id'],
  follow: ['organization_id', 'actor_id'],
  idempotency: ['organization_id'],
  issue: ['owner_id', 'collected_by_id'],
  issue_link: ['created_by_id'],
  issue_share: ['owner_id'],
  matter: ['opened_by_id'],
  matter_issue: ['added_by_id'],
  matter_reason: ['organization_id'],
  participant: ['invited_by_id'],
  redirection: ['organization_id'],
  referral: ['from_id'],
  task: ['assigned_by_id'],
};

/** Tables whose rows hang on another object: in one's own name, too, nothing is written onto what one may not see. */
export const dependents = [
  'answer',
  'assessment',
  'comment',
  'deadline',
  'issue_link',
  'issue_share',
  'matter_issue',
  'matter_reason',
  'participant',
  'referral',
  'task',
];
