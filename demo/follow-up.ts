import { ForbiddenError, type Client } from '../client-sdk/src/index.ts';
import type { Body } from './bodies.ts';
import type { Reported, Reports } from './collect.ts';
import { chapter, check, checkRefused, say } from './narrate.ts';
import { readMatter, type MatterRef } from './refer.ts';
import type { Stage } from './stage.ts';

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

export async function workTogether({ council, front, committee, department }: Stage, matter: MatterRef): Promise<void> {
  chapter('Tasks and remarks');
  const { task } = await committee.coordinator.taskAssign({
    matterId: matter.id,
    title: 'Khảo sát cao độ cống và nạo vét hố ga trước chợ',
    organizationId: department.id,
    dueOn: inDays(10),
  });
  say(`${committee.code} asks ${department.code}: “${task.title}”, until ${task.dueOn}`);
  await checkRefused(
    'who supervises does not edit',
    ForbiddenError,
    council.coordinator.taskUpdate({ id: task.id, status: 'DOING' }),
  );
  await department.officer.taskUpdate({ id: task.id, status: 'DOING' });
  const result = 'Đã khảo sát 420 m, nạo vét 14 hố ga; hai đoạn cống phải thay.';
  await department.officer.taskUpdate({ id: task.id, status: 'DONE', result });
  const { status, tasks } = await readMatter(front, matter);
  check(
    'the front sees what was done',
    [status, tasks.map((one) => [one.status, one.result])],
    ['IN_PROGRESS', [['DONE', result]]],
  );
  const open = 'Bà con hai bên đường đề nghị nạo vét trước mùa mưa.';
  const internal = 'Cần cân đối kinh phí trước khi hẹn ngày.';
  await front.officer.commentAdd({ subjectId: matter.id, body: open });
  await committee.officer.commentAdd({ subjectId: matter.id, body: internal, internal: true });
  const remarks = async (client: Client): Promise<string[]> =>
    ((await client.matterComments({ code: matter.code }))?.comments.nodes ?? []).map(({ body }) => body);
  check('the committee reads both remarks', await remarks(committee.officer), [open, internal]);
  check('everybody else only the one that is not internal', await remarks(front.officer), [open]);
}

export async function promise(stage: Stage, matter: MatterRef): Promise<void> {
  const { council, committee, department, youthHears, womenHear } = stage;
  chapter('A promise is judged, and judged by somebody else');
  const plannedOn = inDays(45);
  const content = 'Ủy ban nhân dân phường sẽ giải quyết trong thời gian tới.';
  const input = { matterId: matter.id, outcome: 'PLANNED', content, plannedOn } as const;
  await checkRefused('only a leader answers', ForbiddenError, committee.coordinator.matterAnswer(input));
  await checkRefused('and only of the lead', ForbiddenError, department.leader.matterAnswer(input));
  await committee.leader.matterAnswer(input);
  check('the answer promises a day', await standing(council, matter), ['ANSWERED', 'PLANNED', plannedOn]);
  await Promise.all([youthHears.expect('issue.statusChanged'), womenHear.expect('matter.answered')]);
  const verdict = { matterId: matter.id, verdict: 'GENERIC', note: 'Chưa nêu việc cụ thể.' } as const;
  await checkRefused('who answers does not judge', ForbiddenError, committee.coordinator.matterAssess(verdict));
  await council.coordinator.matterAssess(verdict);
  await womenHear.expect('matter.assessed');
  const reason = 'Trả lời chung chung, đề nghị nêu rõ việc và kết quả.';
  await council.coordinator.matterReopen({ matterId: matter.id, reason });
  await Promise.all([youthHears.expect('issue.statusChanged'), womenHear.expect('matter.reopened')]);
  check('the matter is open again', await standing(council, matter), ['IN_PROGRESS', null, null]);
}

export async function resolve(stage: Stage, matter: MatterRef): Promise<void> {
  const { council, front, committee, youthHears, womenHear } = stage;
  chapter('The second answer says what was done');
  const { answer } = await committee.leader.matterAnswer({
    matterId: matter.id,
    outcome: 'RESOLVED',
    content: 'Đã nạo vét 14 hố ga, thay hai đoạn cống trước chợ; qua hai trận mưa lớn không còn ngập.',
    documentNumber: '128/BC-UBND',
  });
  say(`${committee.code} answers by ${answer.documentNumber}: “${answer.content}”`);
  await Promise.all([youthHears.expect('issue.statusChanged'), womenHear.expect('matter.answered')]);
  await council.coordinator.matterAssess({ matterId: matter.id, verdict: 'ADEQUATE' });
  await front.coordinator.matterAssess({ matterId: matter.id, verdict: 'ADEQUATE', note: 'Đã kiểm tra thực địa.' });
  await womenHear.expect('matter.assessed', 'matter.assessed');
  const { version } = await readMatter(committee, matter);
  await committee.leader.matterClose({ matterId: matter.id, expectedVersion: version });
  await Promise.all([youthHears.expect('issue.statusChanged'), womenHear.expect('matter.closed')]);
  check('the matter is closed', await standing(front, matter), ['CLOSED', 'RESOLVED', null]);
}

async function standing(body: Body, matter: MatterRef): Promise<[string, string | null, string | null]> {
  const { status, outcome, plannedOn } = await readMatter(body, matter);
  return [status, outcome, plannedOn];
}

export async function bringBack(
  { women, council, front, committee, farmers }: Stage,
  matter: MatterRef,
  reports: Reports,
): Promise<void> {
  chapter('Every collecting body carries the answer back');
  const owners: [Body, Reported][] = [
    [women, reports.ofWomen],
    [council, reports.ofCouncil],
    [front, reports.ofFront],
    [committee, reports.ofCommittee],
  ];
  for (const [body, { code }] of owners) {
    const issue = await body.officer.issue({ code });
    const answers = issue?.matter?.answers.map(({ outcome, documentNumber }) => [outcome, documentNumber]);
    check(
      `${body.code} reads it on ${code}`,
      [issue?.status, answers],
      [
        'CLOSED',
        [
          ['PLANNED', null],
          ['RESOLVED', '128/BC-UBND'],
        ],
      ],
    );
    const verdicts = issue?.matter?.assessments.map(({ organization, verdict }) => [organization.code, verdict]);
    check('… and how it was judged', verdicts, [
      [council.code, 'GENERIC'],
      [council.code, 'ADEQUATE'],
      [front.code, 'ADEQUATE'],
    ]);
  }
  check(
    `to ${farmers.code} there is no matter ${matter.code}`,
    await farmers.officer.matter({ code: matter.code }),
    null,
  );
}
