import type { Client } from 'pg';

type Rows = Record<string, unknown>[];

/** What the seed of reads gives: ids by kind and number, its moments, and how it writes rows. */
interface Given {
  client: Client;
  id: (kind: string, index: number) => string;
  moment: (hours: number) => string;
  owner: (index: number) => { id: string };
  insert: (client: Client, table: string, rows: Rows) => Promise<void>;
}

const clocks = 30;
const states = ['RUNNING', 'MISSED', 'PAUSED', 'MET', 'SUPERSEDED', 'CANCELLED', 'MISSED'] as const;
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Clocks of every kind and state on issues and matters, some told to other bodies, and a calendar of one body's own. */
export async function seedClocks({ client, id, moment, owner, insert }: Given): Promise<void> {
  const indexes = Array.from({ length: clocks }, (_, i) => i);
  const { rows } = await client.query<{ id: string; code: string; kind: string }>(
    `select id, code, kind from deadline_rule where code in ('AGREED', 'INTERNAL', 'VOTER_PETITION_ANSWER') order by code`,
  );
  const isOver = (i: number): boolean => ['MET', 'SUPERSEDED', 'CANCELLED'].includes(pick(states, i)) || i % 7 === 6;
  const subjectOf = (i: number): Record<string, unknown> =>
    i % 3 === 0
      ? { subject_kind: 'Issue', subject_id: id('issue', i), issue_id: id('issue', i), matter_id: null }
      : {
          subject_kind: i % 3 === 1 ? 'Matter' : 'Task',
          subject_id: i % 3 === 1 ? id('matter', i % 4) : id('task', i),
          issue_id: null,
          matter_id: id('matter', i % 4),
        };
  await insert(
    client,
    'deadline',
    indexes.map((i) => {
      const rule = pick(rows, i);
      return {
        id: id('deadline', i),
        rule_id: rule.id,
        rule_code: rule.code,
        kind: rule.kind,
        organization_id: owner(i).id,
        name: i % 2 === 0 ? 'Khảo sát "hiện trường"' : null,
        ...subjectOf(i),
        started_at: moment(i),
        amount: i % 5 === 0 ? null : i + 1,
        unit: pick(['DAY', 'WORKING_DAY', 'HOUR'], i),
        fixed_on: i % 5 === 0 ? moment(i * 24).slice(0, 10) : null,
        // Some are due at the same moment.
        due_at: moment(Math.floor(i / 2) * 24),
        due_on: moment(Math.floor(i / 2) * 24).slice(0, 10),
        state: pick(states, i),
        explanation: [`${i}: tính.`, 'Căn cứ: "Luật".'],
        calendar_mark: 1,
        paused_at: pick(states, i) === 'PAUSED' ? moment(i + 2) : null,
        ended_at: isOver(i) ? moment(i + 400) : null,
        supersedes_id: i % 7 === 5 ? id('deadline', i - 1) : null,
        version: (i % 3) + 1,
        created_at: moment(i),
      };
    }),
  );
  await insert(
    client,
    'deadline_step',
    indexes.map((i) => ({
      id: id('step', i),
      deadline_id: id('deadline', Math.floor(i / 2)),
      organization_id: owner(Math.floor(i / 2)).id,
      act: pick(['PAUSED', 'EXTENDED', 'RESUMED'], i),
      at: moment(i),
      amount: i % 3 === 1 ? 5 : null,
      reason: i % 4 === 0 ? null : 'Chờ \\ "kết quả".',
    })),
  );
  await insert(
    client,
    'deadline_alarm',
    indexes.map((i) => ({
      id: id('alarm', i),
      deadline_id: id('deadline', i),
      organization_id: owner(i).id,
      step: pick(['WARN', 'MISS', 'OFFICER', 'PARENT'], i),
      due_at: moment(i * 24),
      at: moment(Math.floor(i / 2) * 12),
      fired_at: i % 2 === 1 ? moment(i * 12) : null,
      organization_ids: i % 4 === 2 ? [] : [owner(i + 1).id, owner(i + 3).id],
    })),
  );
  await insert(client, 'calendar', [
    {
      id: id('calendar', 1),
      year: 2026,
      organization_id: owner(0).id,
      version: 1,
      status: 'CONFIRMED',
      hours: [420, 660],
      quiet_from: 1260,
      quiet_to: 360,
      created_at: moment(1),
    },
  ]);
}
