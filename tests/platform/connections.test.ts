import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSchema } from '../../server/schema.ts';
import { asOwner } from '../../server/platform/db/database.ts';
import type { Actor, Answer } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { collectIssue, type IssueRef } from '../support/factories.ts';
import { checkedErrors } from '../support/hostile.ts';
import { offer } from '../support/issues.ts';
import { untilSettled } from '../support/log.ts';
import { invite, openMatter, type MatterRef } from '../support/matters.ts';
import { mutate } from '../support/mutations.ts';
import { allPages, pageOf, type Page } from '../support/pages.ts';

let app: TestApp;
let front: Actor;
let issue: IssueRef;
let matter: MatterRef;
beforeAll(async () => {
  app = await startTestApp({ costPerMinute: 1_000_000 });
  front = app.app('MTTQ-18073');
  const opened = await openMatter(front);
  ({ issue } = opened);
  matter = opened;
  await openMatter(front);
  for (let n = 0; n < 3; n += 1) {
    const other = await collectIssue(front, { visibility: 'NETWORK' });
    await mutate(front, 'issueLink', { fromId: issue.id, toId: other.id, kind: 'RELATED' });
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: other.id });
    for (const subjectId of [issue.id, matter.id]) await mutate(front, 'commentAdd', { subjectId, body: `Lần ${n}.` });
    await offer(front, await collectIssue(front), 'SO-XAYDUNG');
  }
  await invite(front, matter, 'PN-18073', 'INFORMED');
  await asOwner(app.databaseUrl, untilSettled);
});
afterAll(() => app.close());

const schema = createSchema();
const connections = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && type.name !== 'Subscription'
    ? Object.values(type.getFields())
        .filter((field) => field.args.some((argument) => argument.name === 'after'))
        .map((field) => ({ parent: type.name, field: field.name }))
    : [],
);
type Connection = (typeof connections)[number];

const isLog = ({ field }: Connection): boolean => field === 'events' || field === 'timeline';

const documentOf = ({ parent, field }: Connection): string => {
  const list = `${field}(first: $first, after: $after) { ${pageOf('__typename')} }`;
  const root = parent.toLowerCase();
  return parent === 'Query'
    ? `query ($first: Int, $after: String) { ${list} }`
    : `query ($first: Int, $after: String, $code: String!) { ${root}(code: $code) { ${list} } }`;
};

const send = (actor: Actor, connection: Connection, variables: object): Promise<Answer<Record<string, unknown>>> => {
  const code = connection.parent === 'Matter' ? matter.code : issue.code;
  return actor.send(documentOf(connection), { ...variables, ...(connection.parent !== 'Query' && { code }) });
};

async function page(actor: Actor, connection: Connection, variables: object): Promise<Page<unknown>> {
  const { data, errors } = await send(actor, connection, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  const parent = connection.parent === 'Query' ? data : (data[connection.parent.toLowerCase()] as typeof data);
  return parent[connection.field] as Page<unknown>;
}

const pathOf = ({ parent, field }: Connection, argument: string): string =>
  `${parent === 'Query' ? '' : `${parent.toLowerCase()}.`}${field}.${argument}`;

const endOf = async (connection: Connection): Promise<string> =>
  (await page(front, connection, { first: 1 })).pageInfo.endCursor!;

const altered = (cursor: string, at: number): string =>
  `${cursor.slice(0, at)}${cursor[at] === '1' ? '2' : '1'}${cursor.slice(at + 1)}`;

describe.each(connections)('$parent.$field', (connection) => {
  it('refuses pages that are none', async () => {
    for (const first of [0, -1, 101, 2_147_483_647, -2_147_483_648])
      expect([first, checkedErrors(await send(front, connection, { first }), '—')]).toEqual([
        first,
        [['BAD_INPUT', pathOf(connection, 'first')]],
      ]);
    for (const first of [2_147_483_648, 1.5, '20', true, [5, 5]])
      expect([first, checkedErrors(await send(front, connection, { first }), '—')]).toEqual([
        first,
        [['BAD_INPUT', 'first']],
      ]);
  });

  it('refuses cursors that it has not given, to whoever asks', async () => {
    const own = await endOf(connection);
    const others = await Promise.all(
      connections
        .filter((other) => other.field !== connection.field && !(isLog(other) && isLog(connection)))
        .map(endOf),
    );
    const places = [0, 1, Math.floor(own.length / 2), own.length - 2];
    const cursors = [
      '',
      ' ',
      'x',
      '~',
      '~~~~',
      'null',
      '\u0000',
      '\ud800',
      `${own} `,
      `${own}A`,
      own.slice(1),
      own.slice(0, -1),
      own.toUpperCase(),
      `${own}${own}`,
      'a'.repeat(100_000),
      Buffer.from('offset:20').toString('base64'),
      ...places.map((at) => altered(own, at)),
      ...others,
    ].filter((cursor) => cursor !== own);
    for (const after of cursors)
      expect([after, checkedErrors(await send(front, connection, { after }), '—')]).toEqual([
        after,
        [['BAD_INPUT', pathOf(connection, 'after')]],
      ]);
  });

  it('gives pages of 20 unless asked otherwise, and goes on where a cursor says', async () => {
    for (const variables of [{}, { first: null, after: null }])
      expect((await page(front, connection, variables)).nodes.length).toBeLessThanOrEqual(20);
    const all = await page(front, connection, { first: 100 });
    expect(all.nodes.length).toBeGreaterThan(1);
    const rest = await page(front, connection, { first: 100, after: all.edges[0]!.cursor });
    const isLong = all.pageInfo.hasNextPage;
    expect(rest.edges.slice(0, all.edges.length - 1)).toEqual(all.edges.slice(1));
    expect(rest.edges.length).toBe(isLong ? 100 : all.edges.length - 1);
    if (isLong) return;
    const single = await allPages(1, (after) => page(front, connection, { first: 1, after }));
    expect(single).toEqual(all.nodes);
    const end = await page(front, connection, { first: 1, after: all.pageInfo.endCursor });
    expect(end).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });
});

describe('cursors of the log', () => {
  const log = connections.filter(isLog);

  it.each(log)('of another body are refused: $parent.$field', async (connection) => {
    const cursor = await endOf(connection);
    const women = app.app('PN-18073');
    const theirs = checkedErrors(await send(women, { parent: 'Query', field: 'events' }, { after: cursor }), cursor);
    expect(theirs).toEqual([['BAD_INPUT', 'events.after']]);
  });

  it('say the same in every list of it', async () => {
    const { edges } = await page(front, { parent: 'Issue', field: 'timeline' }, { first: 2 });
    const timeline = await page(front, { parent: 'Issue', field: 'timeline' }, { after: edges[0]!.cursor });
    expect(timeline.edges[0]!.cursor).toBe(edges[1]!.cursor);
    const log_ = await page(front, { parent: 'Query', field: 'events' }, { after: edges[0]!.cursor, first: 100 });
    expect(log_.edges.map(({ cursor }) => cursor)).toContain(edges[1]!.cursor);
  });
});

describe('a cursor of a list', () => {
  it('of what others may not see shows them no more than they see', async () => {
    const ids = async (actor: Actor, after?: string): Promise<string[]> => {
      const { issues } = await actor.ask<{ issues: { nodes: { id: string }[] } }>(
        'query ($after: String) { issues(first: 100, after: $after) { nodes { id } } }',
        { after },
      );
      return issues.nodes.map(({ id }) => id);
    };
    const stranger = app.app('CD-18073');
    const seen = await ids(stranger);
    expect(seen).toHaveLength(3);
    const { issues } = await front.ask<{ issues: Page<{ id: string }> }>(`{ issues(first: 100) { ${pageOf('id')} } }`);
    for (const { cursor, node } of issues.edges)
      expect(await ids(stranger, cursor)).toEqual(seen.filter((id) => id < node.id));
  });
});
