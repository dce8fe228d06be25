import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodePrefixes } from '../../../server/platform/graphql/node-id.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId } from '../../support/factories.ts';
import { offer } from '../../support/issues.ts';
import { laterObjects } from '../../support/later-objects.ts';
import { openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  front = app.app('MTTQ-18073');
  outsider = app.app('ND-18073');
});
afterAll(() => app.close());

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

/** One object of every type, of the Front's own where it is anybody's. */
async function oneOfEach(): Promise<Record<string, string>> {
  const leader = await app.actor('LEADER', 'MTTQ-18073');
  const viewer = '{ viewer { actor { id } } }';
  const actorId = async (actor: Actor): Promise<string> =>
    (await actor.ask<{ viewer: { actor: { id: string } } }>(viewer)).viewer.actor.id;
  const { topics } = await front.ask<{ topics: { id: string }[] }>('{ topics { id } }');
  const { issue, ...matter } = await openMatter(front);
  const other = await collectIssue(front);
  const made = async (name: string, input: Record<string, unknown>, key: string): Promise<string> => {
    const payload = await mutate<Record<string, { id: string }>>(leader, name, input, `${key} { id }`);
    return payload[key]!.id;
  };
  const later = await laterObjects(app, leader);
  const relay = { ...later.relay, channel: 'ZALO', toldOn: later.today };
  const matterId = matter.id;
  const organization = await organizationId(front, 'MTTQ-18073');
  return {
    Organization: organization,
    Area: await areaId(front),
    Topic: topics[0]!.id,
    Staff: await actorId(leader),
    App: await actorId(front),
    Issue: issue.id,
    IssueLink: await made('issueLink', { fromId: issue.id, toId: other.id, kind: 'RELATED' }, 'link'),
    Referral: await offer(front, other, 'SO-XAYDUNG'),
    Matter: matterId,
    Task: await made('taskAssign', { matterId, title: 'Khảo sát', organizationId: organization }, 'task'),
    Answer: await made('matterAnswer', { matterId, outcome: 'RESOLVED', content: 'Đã sửa xong.' }, 'answer'),
    Assessment: await assess(matterId),
    AnswerDraft: later.published,
    AnswerRelay: await made('answerRelay', relay, 'relay'),
    Commitment: later.commitment,
    Assignment: later.assignment,
    Reminder: await made('reminderSend', { subjectId: later.supervised }, 'reminder'),
    Notification: await aNotification(),
    Comment: await made('commentAdd', { subjectId: matterId, body: 'Đã xem.' }, 'comment'),
  };
}

/** Each office has its own. */
async function aNotification(): Promise<string> {
  const query = '{ notifications(first: 1) { nodes { id } } }';
  const { notifications } = await front.ask<{ notifications: { nodes: { id: string }[] } }>(query);
  return notifications.nodes[0]!.id;
}

/** Somebody other than who answered judges. */
async function assess(matterId: string): Promise<string> {
  await mutate(front, 'matterInvite', {
    matterId,
    organizationId: await organizationId(front, 'HDND-18073'),
    role: 'SUPERVISING',
  });
  const council = app.app('HDND-18073');
  const { assessment } = await mutate<{ assessment: { id: string } }>(
    council,
    'matterAssess',
    { matterId, verdict: 'ADEQUATE' },
    'assessment { id }',
  );
  return assessment.id;
}

const open = ['Organization', 'Area', 'Topic'];

describe('node', () => {
  it('is the same null for what is hidden, unknown, malformed or of no type', async () => {
    const issue = await collectIssue(front);
    const uuid = issue.id.slice('issue_'.length);
    const ids = [
      issue.id,
      `issue_${randomUUID()}`,
      `matter_${uuid}`,
      `topic_${uuid}`,
      `issue_${uuid.toUpperCase()}`,
      `Issue_${uuid}`,
      uuid,
      `nope_${uuid}`,
      `constructor_${uuid}`,
      'x',
      '',
      "issue_' or 1=1",
      `issue_${uuid}\n`,
      ` issue_${uuid}`,
      `issue_${'0'.repeat(100_000)}`,
      '💥',
    ];
    for (const id of ids) {
      const { status, data, errors } = await outsider.send(node, { id });
      expect([id, { status, data, errors }]).toEqual([id, { status: 200, data: { node: null }, errors: [] }]);
    }
    expect(await front.ask(node, { id: issue.id })).toEqual({ node: { __typename: 'Issue', id: issue.id } });
  });

  it('refuses texts that no id can be', async () => {
    for (const id of ['issue_\u0000', '\ud800'])
      expect(await front.refusal(node, { id })).toMatchObject({ code: 'BAD_INPUT', field: 'node.id' });
    expect(await front.refusal(node, { id: null })).toMatchObject({ code: 'BAD_INPUT', field: 'id' });
    expect(await front.refusal(node, { id: {} })).toMatchObject({ code: 'BAD_INPUT', field: 'id' });
  });

  it('finds every type for those whom it concerns; nothing but what is open for others', async () => {
    const ids = await oneOfEach();
    expect(Object.keys(ids).toSorted()).toEqual(Object.values(nodePrefixes).toSorted());
    const shown = Object.entries(ids).map(([__typename, id]) => ({ __typename, id }));
    for (const one of shown) expect(await front.ask(node, { id: one.id })).toEqual({ node: one });
    expect(await front.ask(nodes, { ids: Object.values(ids) })).toEqual({ nodes: shown });
    expect(await outsider.ask(nodes, { ids: Object.values(ids) })).toEqual({
      nodes: shown.map((one) => (open.includes(one.__typename) ? one : null)),
    });
    for (const one of shown) {
      const seen = { node: open.includes(one.__typename) ? one : null };
      expect([one, await outsider.ask(node, { id: one.id })]).toEqual([one, seen]);
    }
  });

  it('of one type selects nothing of another', async () => {
    const { id } = await collectIssue(front);
    const selected = '{ id ... on Issue { code } ... on Matter { status } ... on Topic { nameEn } }';
    const answer = await front.ask<{ node: object }>(`query ($id: ID!) { node(id: $id) ${selected} }`, { id });
    expect(answer.node).toEqual({ id, code: expect.stringMatching(/^HT-/) });
  });
});

describe('nodes', () => {
  it('answers in the order asked, null where there is nothing, the same one as often as asked', async () => {
    const issue = await collectIssue(front);
    const hidden = await collectIssue(outsider);
    const organization = await organizationId(front, 'CD-18073');
    const found = [
      { __typename: 'Organization', id: organization },
      { __typename: 'Issue', id: issue.id },
    ];
    expect(await front.ask(nodes, { ids: [organization, 'x', hidden.id, issue.id, organization, issue.id] })).toEqual({
      nodes: [found[0], null, null, found[1], found[0], found[1]],
    });
    expect(await front.ask(nodes, { ids: [] })).toEqual({ nodes: [] });
    expect(await front.ask(nodes, { ids: issue.id })).toEqual({ nodes: [found[1]] });
  });

  it('takes up to 100', async () => {
    const { id } = await collectIssue(front);
    const ids = Array.from({ length: 100 }, (_, n) => (n === 99 ? id : `issue_${randomUUID()}`));
    const answer = await front.ask<{ nodes: (object | null)[] }>(nodes, { ids });
    expect(answer.nodes).toEqual([...Array.from({ length: 99 }, () => null), { __typename: 'Issue', id }]);
    for (const many of [101, 1000, 20_000])
      expect(await front.send(nodes, { ids: Array.from({ length: many }, () => id) })).toMatchObject({
        errors: [{ extensions: { code: expect.stringMatching(/^(BAD_INPUT|COST_EXCEEDED)$/) } }],
      });
    expect(await front.refusal(nodes, { ids: [...ids, id] })).toMatchObject({ code: 'BAD_INPUT', field: 'nodes.ids' });
  });

  it('refuses a null among the ids', async () => {
    expect(await front.refusal(nodes, { ids: [null] })).toMatchObject({ code: 'BAD_INPUT', field: 'ids.0' });
  });
});
