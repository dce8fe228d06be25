import { randomUUID } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { setClock } from './clocks.ts';
import { collectIssue, issueInput, organizationId } from './factories.ts';
import { offer } from './issues.ts';
import { invite, openMatter } from './matters.ts';
import { mutate } from './mutations.ts';
import { openOwner, setRoles } from './owner.ts';

type Input = Record<string, unknown>;

/** Another version of a rule under which nothing runs. */
const ruleChange: Input = {
  code: 'DIALOGUE_RESULT',
  expectedVersion: 1,
  name: 'Công khai kết quả',
  nameEn: 'Publish the result',
  runner: 'OWNER',
  startsOn: ['issue.collected'],
  stopsOn: ['issue.screened/SCREENED'],
  pausesOn: [],
  cancelsOn: [],
  channels: ['DIALOGUE'],
  organizationKinds: ['PEOPLES_COMMITTEE'],
  amount: 12,
  unit: 'DAY',
  isBackward: false,
  rolls: true,
  warnBefore: 1,
  warnUnit: 'WORKING_DAY',
  escalation: [{ to: 'OFFICER', after: 0 }],
  pauseMaxCount: 1,
  pauseMaxDays: 10,
  extendMax: 5,
  legalBasis: 'Luật',
  confidence: 'HIGH',
  enabled: false,
  validFrom: '2030-01-01',
  validTo: '2031-01-01',
};

/**
 * For each mutation an input with every argument set, open to the leader of MTTQ-18073 in the state that the database
 * is left in; without `expectedVersion` one after the other.
 */
export async function everyMutation(app: TestApp): Promise<{ leader: Actor; inputs: Record<string, Input> }> {
  // Of a steward body, and its administrator besides.
  const owner = await openOwner(app);
  await setRoles(owner, 'MTTQ-18073', 'Lãnh đạo', ['LEADER', 'ADMIN']);
  await owner.rows(`insert into steward select id from organization where code = 'MTTQ-18073' on conflict do nothing`);
  await owner.close();
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
  const clocks = await Promise.all(
    Array.from({ length: 4 }, () => setClock(leader, { subjectId: led.id, dueOn: '2999-01-01' })),
  );
  const [paused, resumed, extended, ended] = clocks.map(({ id }) => id);
  await mutate(leader, 'deadlinePause', { id: resumed, reason });
  const day = { on: '2029-02-13', kind: 'HOLIDAY', name: 'nghỉ Tết', legalBasis: 'Thông báo', enabled: true };
  const inputs: Record<string, Input> = {
    issueCollect: await issueInput(leader, {
      clientId: randomUUID(),
      place: 'Chợ tỉnh',
      voices: 1,
      collectedOn: '2026-01-02',
      visibility: 'SHARED',
      shareWithIds: [women],
    }),
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
      matterId: led.id,
      outcome: 'PLANNED',
      content: 'Sẽ làm.',
      documentNumber: '12/UBND',
      plannedOn: '2999-01-01',
      expectedVersion: ledVersion,
    },
    matterAssess: { matterId: judged.id, verdict: 'GENERIC', note: 'Chung chung.' },
    matterClose: { matterId: answered.id, expectedVersion: await version('Matter', answered.id) },
    matterReopen: { matterId: closed.id, reason, expectedVersion: await version('Matter', closed.id) },
    taskAssign: { matterId: led.id, title: 'Việc', organizationId: self, dueOn: '2999-01-01' },
    taskUpdate: { id: task.id, status: 'DONE', result: 'Xong.', expectedVersion: await version('Task', task.id) },
    referralOffer: { issueId: offered.id, toOrganizationId: department, role: 'LEAD', request: 'Đề nghị xem xét.' },
    referralAccept: { id: accepted, matterId: led.id, expectedVersion: 1 },
    referralDecline: {
      id: declined,
      reason,
      suggestedOrganizationId: department,
      expectedVersion: 1,
    },
    commentAdd: { subjectId: own.id, body: 'Đã xem.', internal: false },
    deadlineSet: { subjectId: led.id, kind: 'INTERNAL', name: 'Khảo sát', dueOn: '2999-01-01' },
    deadlinePause: { id: paused, reason, expectedVersion: 1 },
    deadlineResume: { id: resumed, reason, expectedVersion: 2 },
    deadlineExtend: { id: extended, amount: 2, reason, expectedVersion: 1 },
    deadlineEnd: { id: ended, result: 'MET', reason, expectedVersion: 1 },
    deadlineRuleChange: ruleChange,
    calendarPropose: { year: 2028 },
    calendarConfirm: { year: 2029, own: true, days: [day], hours: [420, 690], quietFrom: 1260, quietTo: 360 },
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
