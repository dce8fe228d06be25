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

const isOwnActor: Rule = (_, { actor }, row) => row['actor_id'] === actor;
/** An app is a person by itself. */
const isOwnPerson: Rule = (_, { actor }, row) => row['person_id'] === actor;

const referralOf: Rule = (oracle, { organization }, row) =>
  oracle.seesReferral(organization, oracle.referral(row['referral_id'])!);
/** Who has to assign an issue looks at the matter where it is. */
const assigns =
  (column: string): Rule =>
  (oracle, { organization }, row) =>
    oracle.rows('assignment').some((one) => {
      const place = oracle.rows('matter_issue').find((other) => other['issue_id'] === one['issue_id']);
      return one['body_id'] === organization && one['status'] === 'REQUESTED' && place?.['matter_id'] === row[column];
    });

const matterRows = either(takesPart, isAsked('matter_id'), assigns('matter_id'));

/** By table: which rows row security may show. What stands within a row is masked by the read plans. */
export const readableRows: Record<string, Rule> = {
  actor: isOf('organization_id'),
  answer: takesPart,
  answer_draft: both(isOf('organization_id'), takesPart),
  answer_issue: takesPart,
  answer_relay: both(takesPart, (oracle, { organization }, row) => oracle.sees(organization, row['issue_id'])),
  assessment: takesPart,
  assignment: both(isOf('owner_id', 'body_id'), (oracle, { organization }, row) =>
    oracle.sees(organization, row['issue_id']),
  ),
  comment: (oracle, { organization }, row) => oracle.seesComment(organization, row),
  commitment: either(isOf('organization_id'), takesPart),
  event: (oracle, { organization }, row) => oracle.knowsEvent(organization, row),
  event_audience: isOfBodyOrEveryone,
  follow: both(isOf('organization_id'), isOwnActor),
  idempotency: isOf('organization_id'),
  issue: (oracle, { organization }, row) => oracle.sees(organization, row['id']),
  issue_access: either(isOfBodyOrEveryone, isOf('owner_id')),
  issue_link: (oracle, { organization }, row) => oracle.seesLink(organization, row),
  issue_share: isOf('owner_id', 'organization_id'),
  matter: (oracle, asker, row) =>
    oracle.takesPart(asker.organization, row['id']) || either(isAsked('id'), assigns('id'))(oracle, asker, row),
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
  referral_question: referralOf,
  reminder: (oracle, { organization }, row) => oracle.seesReminder(organization, row),
  task: (oracle, { organization }, row) => oracle.seesTask(organization, row),
  task_dependency: takesPart,
  task_issue: both(takesPart, (oracle, { organization }, row) => oracle.sees(organization, row['issue_id'])),
  task_matter: takesPart,
};

const leads: Rule = (oracle, { organization }, row) => oracle.role(organization, row['matter_id']) === 'LEAD';
const works: Rule = (oracle, { organization }, row) =>
  ['LEAD', 'COORDINATING'].includes(oracle.role(organization, row['matter_id']) ?? '');
const worksWithTask: Rule = (oracle, asker, row) =>
  works(
    oracle,
    asker,
    oracle.rows('task').find((task) => task['id'] === row['task_id'])!,
  );

/** By table: which rows a statement without a condition may change. */
export const changeableRows: Record<string, Rule> = {
  answer_draft: both(isOf('organization_id'), takesPart),
  answer_relay: both(isOf('owner_id'), readableRows['answer_relay']!),
  assignment: both(isOf('body_id'), readableRows['assignment']!),
  commitment: either(isOf('organization_id'), leads),
  idempotency: isOf('organization_id'),
  issue: isOf('owner_id'),
  matter: (oracle, { organization }, row) => oracle.takesPart(organization, row['id']),
  matter_issue: isOf('owner_id'),
  participant: matterRows,
  referral: both(isOf('from_id', 'to_id'), readableRows['referral']!),
  referral_question: both(referralOf, (oracle, { organization }, row) =>
    ['from_id', 'owner_id'].some((column) => oracle.referral(row['referral_id'])![column] === organization),
  ),
  task: takesPart,
};

/** By table: which rows a statement without a condition may delete. */
export const removableRows: Record<string, Rule> = {
  answer_draft: both(isOf('organization_id'), takesPart),
  follow: readableRows['follow']!,
  issue_link: (oracle, asker, row) => {
    const owners = [row['from_id'], row['to_id']].map((issue) => oracle.issue(issue)!['owner_id']);
    return (
      readableRows['issue_link']!(oracle, asker, row) && [row['created_by_id'], ...owners].includes(asker.organization)
    );
  },
  issue_share: isOf('owner_id'),
  matter_issue: takesPart,
  task_dependency: works,
  task_issue: both(readableRows['task_issue']!, worksWithTask),
  task_matter: both(takesPart, either(works, worksWithTask)),
};

/** By table: the columns that say in whose name a row is written; every row has to be the writer's own. */
export const writers: Record<string, string[]> = {
  answer: ['organization_id'],
  answer_draft: ['organization_id'],
  answer_issue: ['organization_id'],
  answer_relay: ['owner_id'],
  assessment: ['organization_id'],
  comment: ['organization_id', 'author_id'],
  commitment: ['organization_id'],
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
  referral_question: ['organization_id'],
  reminder: ['organization_id'],
  task: ['assigned_by_id'],
  task_dependency: ['added_by_id'],
  task_issue: ['added_by_id'],
  task_matter: ['added_by_id'],
};

/** Tables whose rows hang on another object: in one's own name, too, nothing is written onto what one may not see. */
export const dependents = [
  'answer',
  'answer_draft',
  'answer_issue',
  'answer_relay',
  'assessment',
  'comment',
  'issue_link',
  'issue_share',
  'matter_issue',
  'matter_reason',
  'participant',
  'referral',
  'referral_question',
  'reminder',
  'task',
  'task_dependency',
  'task_issue',
  'task_matter',
];
