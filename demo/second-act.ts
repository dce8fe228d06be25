import { ForbiddenError, InvalidStateError } from '../client-sdk/src/index.ts';
import type { Body } from './bodies.ts';
import { chapter, check, checkRefused, say } from './narrate.ts';
import type { MatterRef } from './refer.ts';
import type { Stage } from './stage.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const today = (): string => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

interface Reported {
  id: string;
  code: string;
}

export async function secondAct(stage: Stage): Promise<void> {
  const issue = await reportLights(stage);
  const matter = await goRound(stage, issue);
  await promiseAndTell(stage, issue, matter);
}

async function reportLights({ women, areaId }: Stage): Promise<Reported> {
  chapter('Second act: one letter, two contents, and nobody is competent');
  const { results } = await women.officer.issuesCollect({
    rows: [
      {
        clientId: crypto.randomUUID(),
        kind: 'RECOMMENDATION',
        title: 'Đèn đường và rác ở chợ',
        description: 'Đèn đường trước chợ hỏng hơn hai tuần; điểm tập kết rác bốc mùi.',
        topicCode: 'TRANSPORT',
        areaId,
        channel: 'LETTER',
        voices: 14,
        visibility: 'PRIVATE',
      },
    ],
  });
  const whole = results[0]!.issue!;
  const { issue } = await women.officer.issueSplit({
    id: whole.id,
    parts: [
      { title: 'Đèn đường trước chợ hỏng', description: 'Đèn đường trước chợ hỏng hơn hai tuần.' },
      { title: 'Điểm tập kết rác bốc mùi', description: 'Điểm tập kết rác ở chợ bốc mùi, đề nghị dời.' },
    ],
  });
  say(`${women.code} splits ${whole.code} into ${issue.parts.map(({ code }) => code).join(' and ')}`);
  check('the whole lives on in its parts', [issue.status, issue.parts.length], ['SUPERSEDED', 2]);
  return issue.parts[0]!;
}

async function goRound(stage: Stage, issue: Reported): Promise<MatterRef> {
  const { women, tradeUnion, farmers, front, committee } = stage;
  const refuse = async (by: Body, instead: Body): Promise<void> => {
    const request = `Đề nghị ${by.code} xem xét.`;
    const { referral } = await women.coordinator.referralOffer({
      issueId: issue.id,
      toOrganizationId: by.id,
      request,
    });
    const reason = 'Không thuộc chức năng của tổ chức.';
    await by.coordinator.referralDecline({ id: referral.id, reason, suggestedOrganizationId: instead.id });
    say(`${by.code} declines and points to ${instead.code}`);
  };
  await refuse(tradeUnion, farmers);
  await refuse(farmers, tradeUnion);
  const held = (await women.officer.issue({ code: issue.code }))?.heldBy?.code;
  check('a circle: the body above both has to assign it', held, front.code);
  const waiting = (await front.officer.assignments({ status: 'REQUESTED' })).nodes.find(
    (one) => one.issue.id === issue.id,
  )!;
  const assign = { id: waiting.id, toOrganizationId: committee.id, request: 'Giao chủ trì, trả lời trong quý.' };
  await checkRefused('only its leader assigns', ForbiddenError, front.coordinator.assignmentMake(assign));
  const { assignment, matter } = await front.leader.assignmentMake(assign);
  check(
    `${committee.code} leads ${matter.code}`,
    [assignment.cause, assignment.status, matter.lead?.code],
    ['CIRCLE', 'MADE', committee.code],
  );
  await checkRefused(
    'and cannot give back what it was assigned',
    InvalidStateError,
    committee.coordinator.referralReturn({ id: assignment.referral!.id, reason: 'Chưa có kinh phí.' }),
  );
  return matter;
}

async function promiseAndTell({ women, front, committee }: Stage, issue: Reported, matter: MatterRef): Promise<void> {
  chapter('A promise, and what the people make of it');
  await front.coordinator.reminderSend({ subjectId: matter.id, note: 'Đề nghị sớm trả lời.' });
  const { draft } = await committee.officer.answerDraft({
    matterId: matter.id,
    outcome: 'PLANNED',
    content: 'Sẽ thay toàn bộ đèn hỏng.',
    plannedOn: inDays(30),
    promise: 'Thay đèn đường trước chợ',
  });
  check(
    'what is drafted nobody else sees',
    (await women.officer.matterAnswers({ code: matter.code }))?.answerDraft,
    null,
  );
  const { answer } = await committee.leader.answerPublish({ id: draft.id });
  const promised = (await front.officer.commitments({ filter: { statuses: ['OPEN'] } })).nodes.filter(
    (one) => one.matter?.id === matter.id,
  );
  check(
    'the promise is a commitment with its day',
    promised.map(({ dueOn }) => dueOn),
    [inDays(30)],
  );
  await women.officer.answerRelay({
    answerId: answer.id,
    issueId: issue.id,
    channel: 'BRANCH_MEETING',
    toldOn: today(),
    satisfied: 3,
    notSatisfied: 11,
  });
  const told = (await front.officer.matterAnswers({ code: matter.code }))?.answers[0]?.relays[0];
  check('others are told no number under five', [told?.satisfied, told?.notSatisfied], [null, 11]);
  const types = (await front.officer.matterTimeline({ code: matter.code }))?.timeline.nodes.map(({ type }) => type);
  check('most are not satisfied: the answer is contested', types?.includes('answer.contested'), true);
  await women.coordinator.matterReopen({ matterId: matter.id, reason: 'Đa số người dân chưa hài lòng.' });
  say(`${women.code} reopens ${matter.code}`);
}
