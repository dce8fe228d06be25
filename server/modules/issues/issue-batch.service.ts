import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { messageFor } from '../../platform/graphql/messages.ts';
import { transactRows } from '../../platform/transact-rows.ts';
import type { Refs } from '../../platform/transact.ts';
import type { IssueRowInput, IssuesCollectInput } from './issue-intake.inputs.ts';
import { collectIssue } from './issue-collect.service.ts';

const maxRows = 500;

/** One row of the result; columns of `batchRows` in the read plan. */
interface RowResult {
  ordinal: number;
  client_id: string;
  outcome: 'COLLECTED' | 'REPEATED' | 'REFUSED';
  issue_id?: string;
  code?: string;
  message?: string;
  field?: string | null;
  proposal?: string | null;
}

/** Row by row, each in a transaction of its own: a long list neither holds up the log nor fails as a whole. */
export async function collectIssues(whole: ViewerContext, input: IssuesCollectInput): Promise<Refs> {
  // The payload is of the whole, no row shows it.
  const { payload: _, ...context } = whole;
  return transactRows(context, 'issuesCollect', input, {
    check: () => {
      if (input.rows.length === 0) throw badInput('input.rows', 'list.empty');
      if (input.rows.length > maxRows) throw badInput('input.rows', 'list.tooLong', { max: maxRows });
    },
    rows: input.rows,
    work: (row, ordinal, idempotencyKey) => collectRow(context, row, { ordinal, idempotencyKey }),
  });
}

async function collectRow(
  context: ViewerContext,
  row: IssueRowInput,
  { ordinal, idempotencyKey }: { ordinal: number; idempotencyKey: string | null },
): Promise<RowResult> {
  const known = { ordinal, client_id: row.clientId };
  try {
    const { issue, repeated } = await collectIssue(context, Object.assign({}, row, { idempotencyKey }));
    return { ...known, outcome: repeated ? 'REPEATED' : 'COLLECTED', issue_id: issue! };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...known, outcome: 'REFUSED', ...told(context, error, ordinal) };
  }
}

function told(context: ViewerContext, error: AppError, ordinal: number): Partial<RowResult> {
  const { field, extensions } = error.details;
  return {
    code: error.code,
    message: messageFor(error, context.locale),
    field: field?.replace(/^input\./, `input.rows.${ordinal}.`) ?? null,
    proposal: typeof extensions?.['proposal'] === 'string' ? extensions['proposal'] : null,
  };
}
