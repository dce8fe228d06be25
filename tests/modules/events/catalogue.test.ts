import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventTypes } from '../../../server/modules/events/event.catalogue.ts';
import { asOwner } from '../../../server/platform/db/database.ts';
import { runOwner } from '../../setup/databases.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { untilSettled } from '../../support/log.ts';
import { invite, openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let lead: Actor;
let women: Actor;
let ofWomen: string;
beforeAll(async () => {
  app = await startTestApp();
  [front, lead, women] = await Promise.all([
    app.actor('LEADER', 'MTTQ-18073'),
    app.actor('LEADER', 'UBND-18073'),
    app.actor('LEADER', 'PN-18073'),
  ]);
  ofWomen = await organizationId(front, 'PN-18073');
});
afterAll(() => app.close());

interface Told {
  type: string;
  __typename: string;
  subjectId: string;
  [subject: string]: unknown;
}

/** The log as a body sees it. */
async function logOf(actor: Actor): Promise<Told[]> {
  const fields = `type __typename subjectId ... on LinkEvent { link { id } } ... on ReferralEvent { referral { id } }
    ... on TaskEvent { task { id } } ... on AnswerEvent { answer { id } } ... on AssessmentEvent { assessment { id } }
    ... on CommentEvent { comment { id } }`;
  return (await actor.ask<{ events: { nodes: Told[] } }>(`{ events(first: 100) { nodes { ${fields} } } }`)).events
    .nodes;
}

const recorded = async (): Promise<Set<string>> => {
  const rows = (await runOwner('select distinct type from event', database())) as { type: string }[];
  return new Set(rows.map((row) => row.type));
};
const database = (): string => new URL(app.databaseUrl).pathname.slice(1);
const made = async (actor: Actor, name: string, input: object, field: string): Promise<string> =>
  (await mutate<Record<string, { id: string }>>(actor, name, { ...input }, `${field} { id }`))[field]!.id;

async function workOnIssues(): Promise<void> {
  const [one, other] = [await collectIssue(front), await collectIssue(front)];
  await mutate(front, 'issueScreen', { id: one.id, decision: 'ACCEPT' });
  await mutate(front, 'issueEdit', { id: other.id, expectedVersion: other.version, voices: 3 });
  await mutate(front, 'issueShare', { id: one.id, organizationIds: [ofWomen] });
  await mutate(front, 'issueUnshare', { id: one.id, organizationIds: [ofWomen] });
  const linkId = await made(front, 'issueLink', { fromId: one.id, toId: other.id, kind: 'RELATED' }, 'link');
  await mutate(front, 'issueUnlink', { linkId });
  await mutate(front, 'issueLink', { fromId: one.id, toId: other.id, kind: 'SAME_MATTER' });
  await mutate(front, 'commentAdd', { subjectId: one.id, body: 'Đã xem.' });
}

async function workOnMatters(): Promise<void> {
  const matter = await openMatter(front, { lead: 'UBND-18073' });
  const matterId = matter.id;
  const issueId = (await collectIssue(front)).id;
  await mutate(front, 'matterAddIssue', { matterId, issueId });
  await mutate(front, 'matterRemoveIssue', { matterId, issueId, reason: 'Không cùng nội dung.' });
  await invite(front, matter, 'PN-18073', 'INFORMED');
  const ofLead = await organizationId(front, 'UBND-18073');
  const id = await made(lead, 'taskAssign', { matterId, organizationId: ofLead, title: 'Khảo sát tuyến cống' }, 'task');
  await mutate(lead, 'taskUpdate', { id, status: 'DONE' });
  await mutate(lead, 'matterAnswer', { matterId, outcome: 'RESOLVED', content: 'Đã nạo vét.' });
  await mutate(front, 'matterAssess', { matterId, verdict: 'ADEQUATE' });
  await mutate(lead, 'matterClose', { matterId });
  await mutate(lead, 'matterReopen', { matterId, reason: 'Còn một đoạn.' });
  await mutate(women, 'matterLeave', { matterId, reason: 'Ngoài phạm vi.' });
}

async function workOnReferrals(): Promise<void> {
  const offer = async (to: string): Promise<{ id: string; issueId: string }> => {
    const { id: issueId } = await collectIssue(front);
    const input = { issueId, toOrganizationId: await organizationId(front, to), request: 'Đề nghị giải quyết.' };
    return { id: await made(front, 'referralOffer', input, 'referral'), issueId };
  };
  await mutate(lead, 'referralAccept', { id: (await offer('UBND-18073')).id });
  await mutate(women, 'referralDecline', { id: (await offer('PN-18073')).id, reason: 'Không thuộc thẩm quyền.' });
  const { issueId } = await offer('PN-18073');
  await mutate(front, 'matterOpen', {
    title: 'Vụ việc',
    issueIds: [issueId],
    leadId: await organizationId(front, 'UBND-18073'),
  });
}

const typenames: Record<string, string> = {
  issue: 'IssueEvent',
  matter: 'MatterEvent',
  access: 'AccessEvent',
  link: 'LinkEvent',
  referral: 'ReferralEvent',
  task: 'TaskEvent',
  comment: 'CommentEvent',
  'matter.answered': 'AnswerEvent',
  'matter.assessed': 'AssessmentEvent',
};

describe('the catalogue of events', () => {
  it('names every type that use cases record, and no other', async () => {
    const before = await recorded();
    expect(before).toEqual(new Set());
    await workOnIssues();
    await workOnMatters();
    await workOnReferrals();
    expect([...(await recorded())].toSorted()).toEqual(Object.keys(eventTypes).toSorted());
  });

  it('names every type that stands in the database’s own functions', async () => {
    const rows = (await runOwner(
      `select distinct m[1] as type from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public',
        regexp_matches(p.prosrc, '''([a-z]+\\.[a-zA-Z]+)''', 'g') m where p.prosrc like '%record_event%'`,
      database(),
    )) as { type: string }[];
    expect(rows.length).toBeGreaterThan(2);
    for (const { type } of rows) expect(Object.keys(eventTypes)).toContain(type);
  });

  it('stands in the schema, where clients read it', async () => {
    const { __type: event } = await front.ask<{ __type: { fields: { name: string; description: string }[] } }>(
      '{ __type(name: "Event") { fields { name description } } }',
    );
    const { description } = event.fields.find(({ name }) => name === 'type')!;
    for (const [type, meaning] of Object.entries(eventTypes)) expect(description).toContain(`\`${type}\`: ${meaning}`);
  });

  it('each type is of one class, and shows its subject to whoever sees it', async () => {
    await asOwner(app.databaseUrl, untilSettled);
    const [mine, ...others] = await Promise.all([front, lead, women].map(logOf));
    const all = [...mine!, ...others.flat()];
    expect(new Set(all.map(({ type }) => type))).toEqual(await recorded());
    for (const { type, __typename } of all) {
      expect([type, __typename]).toEqual([type, typenames[type] ?? typenames[type.split('.')[0]!]]);
    }
    const removed = new Set(all.filter(({ type }) => type === 'link.removed').map(({ subjectId }) => subjectId));
    for (const event of mine!) {
      const { type, __typename, subjectId } = event;
      const field = __typename[0]!.toLowerCase() + __typename.slice(1, -'Event'.length);
      if (field in event)
        expect([type, event[field]]).toEqual([type, removed.has(subjectId) ? null : { id: subjectId }]);
    }
  });
});
