import {
  byId,
  column,
  computed,
  connection,
  embedded,
  extendPlan,
  given,
  givenRows,
  instant,
  many,
  nodeId,
  one,
  plan,
  reference,
  shape,
  value,
  visibleRows,
  when,
  type Clause,
  type FieldPlan,
  type Fields,
  type KeyOrder,
  type Plan,
  type Row,
  type Shape,
} from '../../platform/read/plan.ts';
import { found, literal, sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { accessLevel, issuePlan, position } from '../issues/issue.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { disclosures } from './match.evidence.ts';
import type { IssueMatchesArgs, IssueWithMatches, MatchesArgs, MatchFilter } from './match.inputs.ts';
import { allowedMatchActions, type MatchFacts } from './match.policy.ts';
import type {
  MatchEvidenceType,
  MatchRuleType,
  MatchSettingsType,
  MatchType,
  MatchVerdictType,
  SimilarIssueType,
} from './match.types.ts';

/** The step that comes with the level at which an issue may be seen anyway. */
const stepOfAccess = (issue: Sql): Sql =>
  sql`(select case when anyway.level <= 3 then 4 when anyway.level = 4 then 3 else 1 end
    from (select ${accessLevel(issue)} as level) anyway)`;

/** How far a side sees the other issue: a rejected match opens nothing. */
const reachOf = (
  match: Sql,
): Sql => sql`greatest(case ${match}.state when 'REJECTED' then 1 else ${match}.disclosed end,
  ${stepOfAccess(sql`${match}.other_issue_id`)})`;

const t = sql.ref('t');
const isMine = sql`t.owner_id = ${viewerOrganization}`;

/** The viewer's own side of every match of its issues, with how far it sees as `reach`. */
const visibleMatches = visibleRows('match', {
  join: sql`cross join lateral (select ${reachOf(t)} as reach offset 0) seen`,
  columns: sql`seen.reach`,
  where: isMine,
});

/** Whether the viewer's side of a pair sees at least so far. */
const reaches = (pair: Sql, step: Sql): Sql =>
  found(sql`select from match m where m.pair_id = ${pair}
  and m.owner_id = ${viewerOrganization} and ${reachOf(sql.ref('m'))} >= ${step}`);

const named = (step: Sql): Sql =>
  sql`case ${step} ${sql.join(
    disclosures.map((name, i) => sql`when ${sql.raw(String(i + 1))} then ${literal(name)}`),
    sql` `,
  )} end`;

const disclosure = (name: string): FieldPlan => value((row) => named(row.col(name)));

/** Null where the viewer's side does not reach so far. */
const from = (step: number, target: () => Plan, name: string): FieldPlan =>
  one(
    target,
    (row, other) => sql`${other.col('id')} = ${row.col(name)} and ${row.col('reach')} >= ${sql.raw(String(step))}`,
  );

const line = { signal: column('signal'), weight: column('weight'), detail: column('detail') };
const lineColumns = sql.raw('line.signal, line.weight, line.detail, line.place');
const lines = (json: Sql): Sql => sql`cross join lateral rows from (jsonb_to_recordset(${json})
  as (signal text, weight float8, detail text)) with ordinality line(signal, weight, detail, place)`;

/** A pair's sentences as each step may read them; the viewer's side reads those of its own step. */
const evidencePlan: Plan = {
  ...shape<MatchEvidenceType>('MatchEvidence', line),
  rows: visibleRows('match_evidence', {
    of: sql`t.pair_id, t.step, ${lineColumns}`,
    join: lines(sql`t.lines`),
    where: reaches(sql`t.pair_id`, sql`t.step`),
  }),
};

const evidenceStep = (row: Row): Sql => sql`case when ${row.col('reach')} >= 3 then ${row.col('reach')} else 1 end`;

const verdictPlan: Plan = {
  ...shape<MatchVerdictType>('MatchVerdict', {
    organization: reference(() => organizationPlan, 'owner_id'),
    verdict: column('verdict'),
    at: instant('at'),
    standing: column('standing'),
  }),
  rows: visibleRows('match_verdict', { where: sql`(${isMine} or ${reaches(sql`t.pair_id`, sql.raw('2'))})` }),
};

export const matchPlan: Plan & { fields: Fields } = plan<MatchType>('Match', visibleMatches, {
  id: nodeId('match'),
  score: column('score'),
  veryLikely: column('very_likely'),
  state: column('state'),
  disclosure: disclosure('reach'),
  opened: disclosure('opened'),
  ownIssue: reference(() => issuePlan, 'issue_id'),
  organization: from(2, () => organizationPlan, 'other_owner_id'),
  issue: from(3, () => issuePlan, 'other_issue_id'),
  evidence: many(() => evidencePlan, {
    on: (row, reason) =>
      sql`${reason.col('pair_id')} = ${row.col('pair_id')} and ${reason.col('step')} = ${evidenceStep(row)}`,
    order: (reason) => reason.col('place'),
  }),
  verdicts: many(() => verdictPlan, {
    on: (row, verdict) => sql`${verdict.col('pair_id')} = ${row.col('pair_id')}`,
    order: (verdict) => sql`${verdict.col('at')}, ${verdict.col('id')}`,
  }),
  changedSince: value((row) => sql`${row.col('changed_since')} and ${row.col('state')} <> 'REJECTED'`),
  disclosureAskedAt: instant('asked_at'),
  disclosureWantedAt: instant('asked_of_at'),
  allowedActions: computed(
    (row) => ({
      state: row.col('state'),
      reach: row.col('reach'),
      opened: row.col('opened'),
      hasAsked: sql`${row.col('asked_at')} is not null`,
    }),
    (facts, { viewer }) => allowedMatchActions(viewer, facts as unknown as MatchFacts),
  ),
  createdAt: instant('created_at'),
});

const likeliestFirst: KeyOrder = {
  columns: [
    { name: 'score', cast: 'numeric' },
    { name: 'id', cast: 'uuid' },
  ],
  direction: 'desc',
};

extendPlan<IssueWithMatches>(issuePlan, {
  matches: connection(() => matchPlan, {
    scope: 'Issue.matches',
    order: likeliestFirst,
    on: (row, match) => sql`${match.col('issue_id')} = ${row.col('id')}`,
    clauses: (args) =>
      when('state', (args as unknown as IssueMatchesArgs).state, (row, v) => sql`${row.col('state')} = ${v}::text`),
  }),
});

function matchClauses(filter: MatchFilter): Clause[] {
  const isJudged = (row: Row): Sql => sql`exists (select from match_verdict v where v.pair_id = ${row.col('pair_id')}
    and v.owner_id = ${viewerOrganization} and v.standing)`;
  return [
    ...when('states', filter.states, (row, v) => sql`${row.col('state')} = any(${v}::text[])`),
    ...when(
      'undecided',
      filter.undecided,
      (row, v) => sql`(${row.col('state')} = 'PROPOSED' and not ${isJudged(row)}) = ${v}::boolean`,
    ),
    ...when('likely', filter.veryLikely, (row, v) => sql`${row.col('very_likely')} = ${v}::boolean`),
  ];
}

const rulePlan: Plan = {
  ...shape<MatchRuleType>('MatchRule', {
    organization: reference(() => organizationPlan, 'other_id'),
    muted: column('muted'),
    disclosure: disclosure('disclosure'),
  }),
  rows: visibleRows('match_rule', {
    join: sql`join organization other on other.id = t.other_id`,
    columns: sql`other.code as other_code`,
    where: sql`t.organization_id = ${viewerOrganization}`,
  }),
};

const setting = (name: string, otherwise: string): Sql => sql`coalesce((select s.${sql.ref(name)} from match_setting s
  where s.organization_id = ${viewerOrganization}), ${sql.raw(otherwise)})`;

const settingsShape: Shape = shape<MatchSettingsType>('MatchSettings', {
  enabled: value(() => setting('enabled', 'true')),
  disclosure: value(() => named(setting('disclosure', '1'))),
  rules: many(() => rulePlan, { on: () => sql`true`, order: (rule) => rule.col('other_code') }),
  version: value(() => setting('version', '0')),
});

const settings = embedded(() => settingsShape);

export const matchQueries: Fields = {
  matches: connection(() => matchPlan, {
    scope: 'matches',
    order: byId('desc'),
    clauses: (args) => matchClauses((args as unknown as MatchesArgs).filter ?? ({} as MatchFilter)),
  }),
  matchSettings: settings,
};

/** What the search found of a draft, in its order; how far each is seen was decided with it. */
const similarPlan: Plan = {
  ...shape<SimilarIssueType>('SimilarIssue', {
    score: column('score'),
    disclosure: disclosure('reach'),
    organization: from(2, () => organizationPlan, 'owner_id'),
    issue: from(3, () => issuePlan, 'issue_id'),
    evidence: many(() => similarEvidencePlan, {
      on: (row, reason) => sql`${reason.col('issue_id')} = ${row.col('issue_id')}`,
      order: (reason) => reason.col('place'),
    }),
  }),
  rows: givenRows('similar', sql`issue_id uuid, owner_id uuid, score float8, reach int, place int`),
};

const similarEvidencePlan: Plan = {
  ...shape<MatchEvidenceType>('MatchEvidence', line),
  rows: givenRows('reasons', sql`issue_id uuid, place int, signal text, weight float8, detail text`),
};

/** Read with the rows that the search gave. */
export const similarShape: Shape = {
  typeName: 'Query',
  fields: {
    similarIssues: many(() => similarPlan, {
      on: () => sql`true`,
      order: (row) => row.col('place'),
      clauses: () => [],
    }),
  },
};

const match = given(() => matchPlan, 'match');

export const matchPayloads = {
  matchDecide: shape('MatchDecidePayload', { match, position: position() }),
  matchDisclose: shape('MatchDisclosePayload', { match, position: position() }),
  matchAskDisclosure: shape('MatchAskDisclosurePayload', { match, position: position() }),
  matchSettingsChange: shape('MatchSettingsChangePayload', { settings, position: position() }),
  matchRuleSet: shape('MatchRuleSetPayload', { settings, position: position() }),
};
