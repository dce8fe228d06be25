import {
  byId,
  column,
  connection,
  embedded,
  givenRows,
  many,
  one,
  plan,
  reference,
  shape,
  value,
  when,
  type Fields,
  type Plan,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import type { IssueRowResultType, RowErrorType, ScreeningType, WaitingArgs } from './issue-intake.inputs.ts';
import { issuePayload } from './issue-payloads.read.ts';
import { issuePlan, position } from './issue.read.ts';

const isWaiting = (issue: Sql): Sql => sql`${issue} in ('RECEIVED', 'NEEDS_INFO')`;

/** A figure over the viewer's own issues that wait. */
const ofWaiting = (figure: Sql): Sql => sql`(select ${figure} from issue i
  where i.owner_id = ${viewerOrganization} and ${isWaiting(sql.ref('i.status'))})`;

const screening = shape<ScreeningType>('Screening', {
  received: value(() => ofWaiting(sql`count(*) filter (where i.status = 'RECEIVED')::int`)),
  needsInfo: value(() => ofWaiting(sql`count(*) filter (where i.status = 'NEEDS_INFO')::int`)),
  oldestSince: value(() =>
    ofWaiting(sql`to_char(min(i.status_since) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
  ),
  issues: connection(() => issuePlan, {
    scope: 'Screening.issues',
    order: byId('asc'),
    on: (_, issue) => sql`${issue.col('owner_id')} = ${viewerOrganization} and ${isWaiting(issue.col('status'))}`,
    clauses: (args) =>
      when(
        'since',
        (args as unknown as WaitingArgs).since,
        (row, v) => sql`${row.col('status_since')} <= ${v}::timestamptz`,
      ),
  }),
});

export const intakeQueries: Fields = { screening: embedded(() => screening) };

const rows = givenRows('rows', {
  ordinal: 'int',
  client_id: 'uuid',
  outcome: 'text',
  issue_id: 'uuid',
  code: 'text',
  message: 'text',
  field: 'text',
  proposal: 'text',
});

const rowErrorPlan: Plan = plan<RowErrorType>('RowError', rows, {
  code: column('code'),
  message: column('message'),
  field: column('field'),
  proposal: column('proposal'),
});

const rowResultPlan: Plan = plan<IssueRowResultType>('IssueRowResult', rows, {
  ordinal: column('ordinal'),
  clientId: column('client_id'),
  outcome: column('outcome'),
  issue: reference(() => issuePlan, 'issue_id'),
  error: one(
    () => rowErrorPlan,
    (row, error) => sql`${error.col('ordinal')} = ${row.col('ordinal')} and ${error.col('code')} is not null`,
  ),
});

export const intakePayloads = {
  issuesCollect: shape('IssuesCollectPayload', {
    results: many(() => rowResultPlan, { on: () => sql`true`, order: (row) => row.col('ordinal') }),
    position: position(),
  }),
  issueSplit: issuePayload('IssueSplitPayload'),
  issueRejoin: issuePayload('IssueRejoinPayload'),
};
