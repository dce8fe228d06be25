import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { collectIssue, issueInput, organizationId } from './factories.ts';
import { offer } from './issues.ts';
import { invite, openMatter, type MatterRef } from './matters.ts';
import { mutate } from './mutations.ts';
import { requestedAssignment } from './referrals.ts';

type Input = Record<string, unknown>;

/** One content of an issue with every argument. */
export async function partInput(actor: Actor): Promise<Input> {
  const { areaId } = await issueInput(actor);
  return {
    kind: 'PROPOSAL',
    title: 'Nắp cống',
    description: 'Thay nắp cống.',
    topicCode: 'WATER',
    areaId,
    place: 'Chợ',
  };
}

/** A prepared answer with every argument. */
export const drafted = (matter: MatterRef & { issue: { id: string } }): Input => ({
  matterId: matter.id,
  outcome: 'PLANNED',
  content: 'Sẽ làm.',
  documentNumber: '12/UBND',
  documentOn: '2026-01-02',
  plannedOn: '2999-01-01',
  promise: 'Sửa cống trước chợ.',
  issueIds: [matter.issue.id],
});

/** What the mutations of joint follow-up are done to, for the leader of MTTQ-18073. */
export async function laterObjects(app: TestApp, leader: Actor) {
  const [council, committee] = [app.app('HDND-18073'), app.app('UBND-18073')];
  const [whole, split] = [await collectIssue(leader), await collectIssue(leader)];
  await mutate(leader, 'issueSplit', { id: split.id, parts: [await partInput(leader), await partInput(leader)] });
  const [answering, drafting, discarding, publishing] = [
    await openMatter(leader),
    await openMatter(leader),
    await openMatter(leader),
    await openMatter(leader),
  ];
  const told = await openMatter(leader);
  const answered = await answer(leader, told, { outcome: 'RESOLVED', content: 'Đã sửa xong.' });
  await mutate(leader, 'answerRelay', { ...answered, channel: 'ZALO', toldOn: await today(leader, told) });
  const promised = await openMatter(leader);
  await answer(leader, promised, { outcome: 'PLANNED', content: 'Sẽ sửa.', plannedOn: '2999-01-01' });
  const planned = await openMatter(leader);
  const [free, tied] = [await task(leader, planned), await task(leader, planned)];
  const [one, two] = [await openMatter(leader), await openMatter(leader)];
  await mutate(leader, 'taskLink', { id: tied, toId: two.id });
  const supervised = await openMatter(committee);
  await invite(committee, supervised, 'MTTQ-18073', 'SUPERVISING');
  const replied = await offer(leader, await collectIssue(leader), 'UBND-18073');
  await mutate(committee, 'referralAsk', { id: replied, question: 'Đoạn nào?' });
  const returned = await offer(council, await collectIssue(council), 'MTTQ-18073');
  await mutate(leader, 'referralAccept', { id: returned });
  return {
    whole: whole.id,
    split: split.id,
    repeated: told.issue.id,
    answering,
    drafting,
    discarded: await draft(leader, discarding),
    published: await draft(leader, publishing),
    relay: answered,
    today: await today(leader, told),
    commitment: await commitmentOf(leader, promised),
    linking: { id: free, toId: one.id },
    linked: { id: tied, toId: two.id },
    supervised: supervised.id,
    asked: await offer(council, await collectIssue(council), 'MTTQ-18073'),
    replied,
    returned,
    withdrawn: await offer(leader, await collectIssue(leader), 'UBND-18073'),
    assignment: await requestedAssignment(app, leader),
  };
}

type Answered = { answerId: string; issueId: string };

async function answer(leader: Actor, matter: MatterRef & { issue: { id: string } }, said: Input): Promise<Answered> {
  const payload = await mutate<{ answer: { id: string } }>(
    leader,
    'matterAnswer',
    { matterId: matter.id, ...said },
    'answer { id }',
  );
  return { answerId: payload.answer.id, issueId: matter.issue.id };
}

async function draft(leader: Actor, matter: MatterRef & { issue: { id: string } }): Promise<string> {
  const payload = await mutate<{ draft: { id: string } }>(leader, 'answerDraft', drafted(matter), 'draft { id }');
  return payload.draft.id;
}

async function task(leader: Actor, matter: MatterRef): Promise<string> {
  const organization = await organizationId(leader, 'MTTQ-18073');
  const input = { matterId: matter.id, title: 'Khảo sát', organizationId: organization };
  const payload = await mutate<{ task: { id: string } }>(leader, 'taskAssign', input, 'task { id }');
  return payload.task.id;
}

async function commitmentOf(leader: Actor, { code }: MatterRef): Promise<string> {
  const { matter } = await leader.ask<{ matter: { commitments: { id: string }[] } }>(
    'query ($code: String!) { matter(code: $code) { commitments { id } } }',
    { code },
  );
  return matter.commitments[0]!.id;
}

/** The day in the province on which the matter was answered. */
export async function today(actor: Actor, { code }: { code: string }): Promise<string> {
  const { matter } = await actor.ask<{ matter: { answers: { answeredAt: string }[] } }>(
    'query ($code: String!) { matter(code: $code) { answers { answeredAt } } }',
    { code },
  );
  return new Date(matter.answers.at(-1)!.answeredAt).toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
}
