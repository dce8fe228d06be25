import { randomUUID } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { collectIssue, issueInput, organizationId } from './factories.ts';
import { drafted, laterObjects, partInput } from './later-objects.ts';
import { offer } from './issues.ts';
import { invite, openMatter } from './matters.ts';
import { mutate } from './mutations.ts';

type Input = Record<string, unknown>;

/**
 * For each mutation an input with every argument set, open to the leader of MTTQ-18073 in the state that the database
 * is left in; without `expectedVersion` one after the other.
 */
export async function everyMutation(app: TestApp): Promise<{ leader: Actor; inputs: Record<string, Input> }> {
  const leader = await app.actor('LEADER', 'MTTQ-18073');
  const [council, committee] = [app.app('HDND-18073'), app.app('UBND-18073')];
  const [women, self, department] = await Promise.all([
    organizationId(leader, 'PN-18073'),
    organizationId(leader, 'MTTQ-18073'),
    organizationId(leader, 'SO-XAYDUNG'),
  ]);
  const own = await collectIssue(leader, { sharedWith: ['PN-18073'] });
  const other = await collectIssue(leader);
  const { link } = await mutate<{ link: { id: string } }>(
    leader,
    'issueLink',
    { fromId: own.id, toId: other.id, kind: 'RELATED' },
    'link { id }',
  );
  const led = await openMatter(leader);
  const { task } = await mutate<{ task: { id: string } }>(
    leader,
    'taskAssign',
    { matterId: led.id, title: 'Khảo sát', organizationId: self },
    'task { id }',
  );
  const closed = await openMatter(leader);
  await mutate(leader, 'matterAnswer', { matterId: closed.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
  const answered = await openMatter(leader);
  await mutate(leader, 'matterAnswer', { matterId: answered.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
  await mutate(leader, 'matterClose', { matterId: closed.id });
  const judged = await openMatter(await app.actor('LEADER', 'UBND-18073'));
  await mutate(await app.actor('LEADER', 'UBND-18073'), 'matterAnswer', {
    matterId: judged.id,
    outcome: 'RESOLVED',
    content: 'Đã sửa xong.',
  });
  await invite(committee, judged, 'MTTQ-18073', 'SUPERVISING');
  const left = await openMatter(committee);
  await invite(committee, left, 'MTTQ-18073', 'INFORMED');
  const [accepted, declined] = [
    await offer(council, await collectIssue(council), 'MTTQ-18073'),
    await offer(council, await collectIssue(council), 'MTTQ-18073'),
  ];
  const later = await laterObjects(app, leader);
  const [opened, added, offered] = [await collectIssue(leader), await collectIssue(leader), await collectIssue(leader)];

  const {
    notifications: {
      nodes: [{ id: told }],
    },
  } = await leader.ask<{ notifications: { nodes: [{ id: string }] } }>('{ notifications(first: 1) { nodes { id } } }');

  const keyed = (input: Input): Input => ({ ...input, idempotencyKey: randomUUID() });
  const version = async (kind: 'Issue' | 'Matter' | 'Task', id: string): Promise<number> => {
    const { node } = await leader.ask<{ node: { version: number } }>(
      `query ($id: ID!) { node(id: $id) { ... on ${kind} { version } } }`,
      { id },
    );
    return node.version;
  };
  const [issueVersion, ledVersion] = [await version('Issue', own.id), await version('Matter', led.id)];
  const reason = 'Lý do.';
  const inputs: Record<string, Input> = {
    issueCollect: await issueInput(leader, {
      clientId: randomUUID(),
      place: 'Chợ tỉnh',
      voices: 1,
      collectedOn: '2026-01-02',
      visibility: 'SHARED',
      shareWithIds: [women],
      repeatsId: later.repeated,
    }),
    issuesCollect: {
      rows: [
        {
          ...(await issueInput(leader, {
            clientId: randomUUID(),
            place: 'Chợ tỉnh',
            voices: 2,
            collectedOn: '2026-01-02',
            visibility: 'SHARED',
            shareWithIds: [women],
          })),
          repeatsId: later.repeated,
        },
      ],
    },
    issueSplit: { id: later.whole, expectedVersion: 1, parts: [await partInput(leader), await partInput(leader)] },
    issueRejoin: { id: later.split, reason, expectedVersion: await version('Issue', later.split) },
    issueEdit: {
      id: own.id,
      expectedVersion: issueVersion,
      title: 'Tiêu đề',
      description: 'Nội dung.',
      topicCode: 'WATER',
      areaId: (await issueInput(leader))['areaId'],
      place: 'Chợ',
      voices: 2,
    },
    issueScreen: { id: own.id, expectedVersion: issueVersion, decision: 'NEEDS_INFO', reason },
    issueShare: { id: own.id, organizationIds: [women], visibility: 'SHARED' },
    issueUnshare: { id: own.id, organizationIds: [women] },
    issueLink: { fromId: own.id, toId: other.id, kind: 'REPEATS', note: 'Ghi chú.' },
    issueUnlink: { linkId: link.id, reason },
    matterOpen: { title: 'Vụ việc', summary: 'Tóm tắt.', issueIds: [opened.id], leadId: self },
    matterAddIssue: { matterId: led.id, issueId: added.id, expectedVersion: ledVersion },
    matterRemoveIssue: { matterId: led.id, issueId: led.issue.id, reason, expectedVersion: ledVersion },
    matterInvite: { matterId: led.id, organizationId: women, role: 'COORDINATING', expectedVersion: ledVersion },
    matterLeave: { matterId: left.id, reason, expectedVersion: await version('Matter', left.id) },
    matterAnswer: {
      matterId: later.answering.id,
      issueIds: [later.answering.issue.id],
      documentOn: '2026-01-02',
      promise: 'Sửa cống trước chợ.',
      outcome: 'PLANNED',
      content: 'Sẽ làm.',
      documentNumber: '12/UBND',
      plannedOn: '2999-01-01',
      expectedVersion: await version('Matter', later.answering.id),
    },
    answerDraft: { ...drafted(later.drafting), expectedVersion: 1 },
    answerDraftDiscard: { id: later.discarded, expectedVersion: 1 },
    answerPublish: { id: later.published, expectedVersion: 1 },
    answerRelay: {
      ...later.relay,
      channel: 'DIALOGUE',
      toldOn: later.today,
      satisfied: 3,
      accepted: 2,
      notSatisfied: 1,
      note: 'Đã thông tin lại.',
      expectedVersion: 1,
    },
    commitmentSettle: { id: later.commitment, status: 'DROPPED', note: 'Không còn cần.', expectedVersion: 1 },
    matterAssess: { matterId: judged.id, verdict: 'GENERIC', note: 'Chung chung.' },
    matterClose: { matterId: answered.id, expectedVersion: await version('Matter', answered.id) },
    matterReopen: { matterId: closed.id, reason, expectedVersion: await version('Matter', closed.id) },
    taskAssign: { matterId: led.id, title: 'Việc', organizationId: self, dueOn: '2999-01-01' },
    taskUpdate: { id: task.id, status: 'DONE', result: 'Xong.', expectedVersion: await version('Task', task.id) },
    taskLink: { ...later.linking, expectedVersion: await version('Task', later.linking.id) },
    taskUnlink: { ...later.linked, expectedVersion: await version('Task', later.linked.id) },
    reminderSend: { subjectId: later.supervised, note: 'Đề nghị sớm trả lời.' },
    referralAsk: { id: later.asked, question: 'Đoạn nào?', expectedVersion: 1 },
    referralReply: { id: later.replied, reply: 'Đoạn trước chợ.', expectedVersion: 2 },
    referralReturn: { id: later.returned, reason, suggestedOrganizationId: department, expectedVersion: 2 },
    referralWithdraw: { id: later.withdrawn, reason, expectedVersion: 1 },
    assignmentMake: { id: later.assignment, toOrganizationId: women, request: 'Giao chủ trì.', expectedVersion: 1 },
    referralOffer: { issueId: offered.id, toOrganizationId: department, role: 'LEAD', request: 'Đề nghị xem xét.' },
    referralAccept: { id: accepted, matterId: led.id, expectedVersion: 1 },
    referralDecline: {
      id: declined,
      reason,
      suggestedOrganizationId: department,
      noneCompetent: false,
      expectedVersion: 1,
    },
    commentAdd: { subjectId: own.id, body: 'Đã xem.', internal: false },
    follow: { subjectId: own.id },
    unfollow: { subjectId: own.id },
    notificationsMarkRead: { ids: [told], upTo: '2026-01-01T00:00:00Z' },
    notificationSnooze: { id: told, until: new Date(Date.now() + 3_600_000).toISOString() },
    notificationPreferencesSet: {
      preferences: [{ reason: 'FOLLOWED', delivery: 'DAILY_DIGEST' }],
      quietHours: { from: '21:00', to: '06:00' },
    },
  };
  return { leader, inputs: Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, keyed(input)])) };
}
