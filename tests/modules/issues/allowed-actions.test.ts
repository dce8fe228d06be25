import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueRules, type IssueAction } from '../../../server/modules/issues/issue.policy.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { issueInMatter, offer, seeAll, type WholeIssue } from '../../support/issues.ts';
import { openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';
import { openOwner, setRoles, type Owner } from '../../support/owner.ts';

type Role = 'OFFICER' | 'COORDINATOR' | 'LEADER';
type Body = 'MTTQ-18073' | 'UBND-18073';

let app: TestApp;
let owner: Owner;
/** The body that owns the issues, the one that others look through, and helpers. */
let front: Actor;
let head: Actor;
let committee: Actor;
let department: Actor;
/** By body: an issue and a matter of its own, to link with and to add to. */
const own: Record<string, { issueId: string; matterId: string }> = {};
let addressee: string;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  [front, committee, department] = [app.app('MTTQ-18073'), app.app('UBND-18073'), app.app('SO-XAYDUNG')];
  head = await app.actor('LEADER', 'MTTQ-18073');
  addressee = await organizationId(front, 'CCB-18073');
  for (const [code, actor] of [
    ['MTTQ-18073', front],
    ['UBND-18073', committee],
    ['CD-18073', app.app('CD-18073')],
  ] as const) {
    const matter = await openMatter(actor);
    own[code] = { issueId: matter.issue.id, matterId: matter.id };
  }
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const screened = async (decision: string, more: object = {}): Promise<IssueRef> => {
  const issue = await collectIssue(front, { ...more });
  await mutate(front, 'issueScreen', { id: issue.id, decision, reason: 'Lý do.' });
  return issue;
};

const inMatter = async (role: string): Promise<IssueRef> => (await issueInMatter(front, { 'UBND-18073': role })).issue;

async function answered(roles: Record<string, string>, close = false): Promise<IssueRef> {
  const { issue, matter } = await issueInMatter(head, roles);
  await mutate(head, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
  if (close) await mutate(head, 'matterClose', { matterId: matter.id });
  return issue;
}

const parts = ['Nội dung một.', 'Nội dung hai.'].map((title) => ({ title, description: title }));

const split = async (more: object = {}): Promise<IssueRef> => {
  const issue = await collectIssue(front, { ...more });
  await mutate(front, 'issueSplit', { id: issue.id, parts });
  return issue;
};

const offered = async (to: string, more: object = {}): Promise<IssueRef> => {
  const issue = await collectIssue(front, { ...more });
  await offer(front, issue, to);
  return issue;
};

const declined = async (): Promise<IssueRef> => {
  const issue = await collectIssue(front);
  const id = await offer(front, issue, 'UBND-18073');
  await mutate(committee, 'referralDecline', { id, reason: 'Không thuộc thẩm quyền.' });
  return issue;
};

/** Put into a matter by a body that only reads it: its owner is informed and has not consented. */
const addedByReader = async (): Promise<IssueRef> => {
  const issue = await collectIssue(front, { sharedWith: ['SO-XAYDUNG', 'UBND-18073'] });
  await openMatter(department, { issue });
  return issue;
};

const reading: IssueAction[] = ['issueLink', 'commentAdd', 'follow'];
const managing: IssueAction[] = ['issueShare', 'issueUnshare', ...reading];
const following: IssueAction[] = ['matterOpen', 'matterAddIssue'];
const splitting: IssueAction[] = ['issueEdit', 'issueScreen', 'issueSplit'];

/** How a body comes to stand near an issue, and what its co-ordinator may do there. */
const situations: [string, Body, string | null, () => Promise<IssueRef>, IssueAction[]][] = [
  [
    'its own, received',
    'MTTQ-18073',
    'OWNER',
    () => collectIssue(front),
    ['referralOffer', ...splitting, ...following, ...managing],
  ],
  [
    'its own, in need of information',
    'MTTQ-18073',
    'OWNER',
    () => screened('NEEDS_INFO'),
    [...splitting, ...following, ...managing],
  ],
  [
    'its own, screened',
    'MTTQ-18073',
    'OWNER',
    () => screened('ACCEPT'),
    ['referralOffer', ...splitting, ...following, ...managing],
  ],
  ['its own, split', 'MTTQ-18073', 'OWNER', () => split(), ['issueRejoin', ...managing]],
  ['its own, out of scope', 'MTTQ-18073', 'OWNER', () => screened('OUT_OF_SCOPE'), ['issueScreen', ...managing]],
  [
    'its own, referred',
    'MTTQ-18073',
    'OWNER',
    () => offered('SO-XAYDUNG'),
    ['issueEdit', 'referralOffer', ...following, ...managing],
  ],
  [
    'its own, in a matter that it leads',
    'MTTQ-18073',
    'OWNER',
    async () => (await openMatter(front)).issue,
    ['issueEdit', 'referralOffer', ...managing],
  ],
  [
    'its own, in a matter that another leads',
    'MTTQ-18073',
    'OWNER',
    async () => (await openMatter(front, { lead: 'UBND-18073' })).issue,
    ['issueEdit', 'referralOffer', ...managing],
  ],
  ['its own, in a matter that another opened', 'MTTQ-18073', 'OWNER', addedByReader, ['issueEdit', ...managing]],
  ['its own, answered', 'MTTQ-18073', 'OWNER', () => answered({}), ['issueEdit', ...managing]],
  ['its own, closed', 'MTTQ-18073', 'OWNER', () => answered({}, true), managing],
  ['another’s, private', 'UBND-18073', null, () => collectIssue(front), []],
  ['another’s, in a matter without it', 'UBND-18073', null, async () => (await openMatter(front)).issue, []],
  [
    'shared with it',
    'UBND-18073',
    'READER',
    () => collectIssue(front, { sharedWith: ['UBND-18073'] }),
    [...reading, ...following],
  ],
  [
    'open to all',
    'UBND-18073',
    'READER',
    () => collectIssue(front, { visibility: 'NETWORK' }),
    [...reading, ...following],
  ],
  [
    'open to all, screened',
    'UBND-18073',
    'READER',
    () => screened('ACCEPT', { visibility: 'NETWORK' }),
    [...reading, ...following],
  ],
  [
    'open to all, out of scope',
    'UBND-18073',
    'READER',
    () => screened('OUT_OF_SCOPE', { visibility: 'NETWORK' }),
    reading,
  ],
  [
    'open to all, offered to another',
    'UBND-18073',
    'READER',
    () => offered('SO-XAYDUNG', { visibility: 'NETWORK' }),
    [...reading, ...following],
  ],
  ['shared with it, in a matter without it', 'UBND-18073', 'READER', addedByReader, reading],
  ['offered to it', 'UBND-18073', 'PARTICIPANT', () => offered('UBND-18073'), [...reading, ...following]],
  [
    'in a matter that it leads',
    'UBND-18073',
    'PARTICIPANT',
    async () => (await openMatter(front, { lead: 'UBND-18073' })).issue,
    ['referralOffer', ...reading],
  ],
  ['in a matter that it co-ordinates', 'UBND-18073', 'PARTICIPANT', () => inMatter('COORDINATING'), reading],
  ['in a matter that it supervises', 'UBND-18073', 'PARTICIPANT', () => inMatter('SUPERVISING'), reading],
  [
    'answered in a matter that it co-ordinates',
    'UBND-18073',
    'PARTICIPANT',
    () => answered({ 'UBND-18073': 'COORDINATING' }),
    reading,
  ],
  ['in a matter of which it is informed', 'UBND-18073', 'SUMMARY', () => inMatter('INFORMED'), ['follow']],
  ['declined by it', 'UBND-18073', 'SUMMARY', declined, ['follow']],
];

const least: Partial<Record<IssueAction, Role>> = {
  issueEdit: 'OFFICER',
  issueScreen: 'OFFICER',
  issueSplit: 'OFFICER',
  issueRejoin: 'OFFICER',
  commentAdd: 'OFFICER',
  follow: 'OFFICER',
};

const actions = Object.keys(issueRules) as IssueAction[];
/** After these the issue no longer stands as it did. */
const moving = new Set<IssueAction>([
  'issueScreen',
  'issueSplit',
  'issueRejoin',
  'referralOffer',
  'matterOpen',
  'matterAddIssue',
]);

/** What leaves the issue as it stands where the act allows that. */
function inputOf(action: IssueAction, id: string, seen: WholeIssue | null, code: string): Record<string, unknown> {
  const { issueId, matterId } = own[code]!;
  const inputs: Record<IssueAction, object> = {
    issueEdit: { id, expectedVersion: seen?.version ?? 1, voices: 1 },
    issueScreen: { id, decision: 'ACCEPT' },
    issueSplit: { id, parts },
    issueRejoin: { id, reason: 'Tách nhầm.' },
    issueShare: { id, visibility: seen?.visibility },
    issueUnshare: { id, organizationIds: [] },
    issueLink: { fromId: id, toId: issueId, kind: 'RELATED' },
    commentAdd: { subjectId: id, body: 'Đã xem.' },
    referralOffer: {
      issueId: id,
      toOrganizationId: addressee,
      request: `Đề nghị ${randomUUID()}`,
      role: 'COORDINATING',
    },
    matterOpen: { title: 'Vụ việc thử', issueIds: [id] },
    matterAddIssue: { matterId, issueId: id },
    follow: { subjectId: id },
  };
  return { ...inputs[action] };
}

async function attempt(actor: Actor, action: IssueAction, input: Record<string, unknown>): Promise<string> {
  const type = `${action[0]!.toUpperCase()}${action.slice(1)}Input!`;
  const { errors } = await actor.send(`mutation ($input: ${type}) { ${action}(input: $input) { position } }`, {
    input,
  });
  return errors[0]?.extensions.code ?? 'OK';
}

/** Every act that is told to be open succeeds, every other one is refused. */
async function outcomes(
  actor: Actor,
  code: string,
  make: () => Promise<IssueRef>,
): Promise<{ level: string | null; allowed: string[]; surprises: string[] }> {
  const issue = await make();
  const seen = await seeAll(actor, issue);
  const allowed = seen?.viewerAccess.allowedActions ?? [];
  const surprises: string[] = [];
  const refusals = seen ? ['FORBIDDEN', 'INVALID_STATE'] : ['NOT_FOUND', 'FORBIDDEN'];
  const [open, closed] = [true, false].map((isOpen) => actions.filter((name) => allowed.includes(name) === isOpen));
  await Promise.all(
    closed!.map(async (action) => {
      const result = await attempt(actor, action, inputOf(action, issue.id, seen, code));
      if (!refusals.includes(result)) surprises.push(`${action} is closed: ${result}`);
    }),
  );
  for (const action of open!) {
    const { id } = moving.has(action) ? await make() : issue;
    const result = await attempt(actor, action, inputOf(action, id, seen, code));
    if (result !== 'OK') surprises.push(`${action} is open: ${result}`);
  }
  return { level: seen?.viewerAccess.level ?? null, allowed: allowed.toSorted(), surprises };
}

describe('what an issue says is allowed, is; and nothing else', () => {
  it.each(situations)('%s', async (_, code, level, make, expected) => {
    for (const role of ['OFFICER', 'COORDINATOR'] as const) {
      const allowed = expected.filter((action) => role === 'COORDINATOR' || least[action] === role).toSorted();
      expect([role, await outcomes(await app.actor(role, code), code, make)]).toEqual([
        role,
        { level, allowed, surprises: [] },
      ]);
    }
  });

  it.each(situations.filter(([name]) => /received|shared with it$|that it leads/.test(name)))(
    '%s: a leader as a co-ordinator',
    async (_, code, level, make, expected) => {
      const result = await outcomes(await app.actor('LEADER', code), code, make);
      expect(result).toEqual({ level, allowed: expected.toSorted(), surprises: [] });
    },
  );

  it('auditors and administrators read and follow', async () => {
    await setRoles(owner, 'CD-18073', 'Cán bộ', ['AUDITOR']);
    await setRoles(owner, 'CD-18073', 'Điều phối viên', ['ADMIN']);
    const union = app.app('CD-18073');
    for (const role of ['OFFICER', 'COORDINATOR'] as const) {
      const result = await outcomes(await app.actor(role, 'CD-18073'), 'CD-18073', () => collectIssue(union));
      expect(result).toEqual({ level: 'OWNER', allowed: ['follow'], surprises: [] });
    }
  });
});
