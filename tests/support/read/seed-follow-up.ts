type Row = Record<string, unknown>;

/** What the rows of joint follow-up hang on, as the other tables are seeded. */
export interface FollowUpSeed {
  insert(table: string, rows: Row[]): Promise<void>;
  id(kind: string, index: number): string;
  /** Of the body that owns the issue with this number. */
  ownerOf(issue: number): string;
  lead(matter: number): string;
  worker(matter: number): string;
  moment(hours: number): string;
  day(days: number): string;
  text(index: number): string;
  matters: number;
}

const times = (count: number, make: (i: number) => Row): Row[] => Array.from({ length: count }, (_, i) => make(i));

/** The first issues of a matter stand from number 20 on: one after the other in each matter. */
const placed = 20;

export async function seedFollowUp(seed: FollowUpSeed): Promise<void> {
  await seedReferrals(seed);
  await seedPlan(seed);
  await seedAnswers(seed);
}

async function seedReferrals({ insert, id, ownerOf, moment, text }: FollowUpSeed): Promise<void> {
  await insert(
    'referral_question',
    times(20, (i) => ({
      id: id('question', i),
      referral_id: id('referral', i),
      question: text(i),
      asked_at: moment(i),
      organization_id: ownerOf(i + 3),
      reply: i % 2 === 0 ? text(i + 1) : null,
      replied_by_id: i % 2 === 0 ? ownerOf(i) : null,
      replied_at: i % 2 === 0 ? moment(i + 1) : null,
    })),
  );
  await insert(
    'assignment',
    times(12, (i) => {
      const status = ['REQUESTED', 'MADE', 'LAPSED'][i % 3]!;
      return {
        id: id('assignment', i),
        issue_id: id('issue', i),
        owner_id: ownerOf(i),
        body_id: ownerOf(i + 4),
        cause: ['THIRD_DECLINE', 'CIRCLE', 'SILENCE'][i % 3],
        status,
        referral_id: status === 'MADE' ? id('referral', i) : null,
        requested_at: moment(i),
        decided_at: status === 'REQUESTED' ? null : moment(i + 3),
      };
    }),
  );
}

async function seedPlan(seed: FollowUpSeed): Promise<void> {
  const { insert, id, lead, worker, moment, text, matters } = seed;
  const by = (i: number): Row => ({ added_by_id: lead(i), added_at: moment(i) });
  await insert(
    'task_matter',
    times(10, (i) => ({ task_id: id('task', i), matter_id: id('matter', (i + 1) % matters), ...by(i) })),
  );
  await insert(
    'task_issue',
    times(10, (i) => ({
      task_id: id('task', i),
      issue_id: id('issue', placed + i),
      matter_id: id('matter', i % matters),
      ...by(i),
    })),
  );
  await insert(
    'task_dependency',
    times(10, (i) => ({
      task_id: id('task', i + matters),
      needs_id: id('task', i),
      matter_id: id('matter', i % matters),
      ...by(i),
    })),
  );
  await insert(
    'reminder',
    times(15, (i) => ({
      id: id('reminder', i),
      matter_id: i % 3 === 2 ? null : id('matter', i % matters),
      task_id: i % 3 === 1 ? id('task', i % matters) : null,
      referral_id: i % 3 === 2 ? id('referral', i - 2) : null,
      organization_id: i % 3 === 2 ? seed.ownerOf(i - 2) : lead(i),
      to_id: i % 3 === 2 ? seed.ownerOf(i + 1) : worker(i),
      note: i % 2 === 0 ? text(i) : null,
      at: moment(i),
    })),
  );
}

async function seedAnswers({ insert, id, ownerOf, lead, moment, day, text, matters }: FollowUpSeed): Promise<void> {
  await insert(
    'answer_issue',
    times(5, (i) => ({
      answer_id: id('answer', 2 * i),
      matter_id: id('matter', (2 * i) % matters),
      issue_id: id('issue', placed + 2 * i),
      organization_id: lead(2 * i),
    })),
  );
  await insert(
    'answer_draft',
    times(matters, (i) => ({
      id: id('draft', i),
      matter_id: id('matter', i),
      organization_id: lead(i),
      outcome: 'PLANNED',
      content: text(i),
      document_number: `7${i}/UBND`,
      document_on: day(20),
      planned_on: day(200 + i),
      promise: text(i + 1),
      issue_ids: [id('issue', placed + i)],
      updated_at: moment(i),
    })),
  );
  await insert(
    'answer_relay',
    times(10, (i) => ({
      id: id('relay', i),
      answer_id: id('answer', i),
      matter_id: id('matter', i % matters),
      issue_id: id('issue', placed + i),
      owner_id: ownerOf(placed + i),
      channel: ['DIALOGUE', 'ZALO'][i % 2],
      told_on: day(30 + i),
      satisfied: i * 2,
      accepted: 12 - i,
      not_satisfied: 7 + i,
      note: i % 2 === 0 ? text(i) : null,
      updated_at: moment(i),
    })),
  );
  await insert(
    'commitment',
    times(10, (i) => {
      const status = ['OPEN', 'KEPT', 'MOVED', 'DROPPED'][(i + Math.floor(i / 4)) % 4]!;
      return {
        id: id('commitment', i),
        organization_id: lead(i),
        matter_id: id('matter', i % matters),
        answer_id: id('answer', i),
        promise: text(i + 2),
        due_on: day(40 + i),
        status,
        settled_note: status === 'OPEN' ? null : text(i),
        made_at: moment(i),
        settled_at: status === 'OPEN' ? null : moment(i + 9),
        passed_at: i % 2 === 0 ? moment(i + 5) : null,
      };
    }),
  );
}
