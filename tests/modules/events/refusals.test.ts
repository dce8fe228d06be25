import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { runOwner } from '../../setup/databases.ts';
import type { Actor, GraphqlError } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { eventFields, eventsDocument, listen, now, socketOf } from '../../support/live.ts';

let app: TestApp;
let front: Actor;
let women: Actor;
let socket: Client;
beforeAll(async () => {
  app = await startTestApp();
  front = await app.actor('COORDINATOR', 'MTTQ-18073');
  women = await app.actor('COORDINATOR', 'PN-18073');
  socket = socketOf(front);
});
afterAll(async () => {
  await socket.dispose();
  await app.close();
});

/** The one error that a stream ends with before it has begun; fails where anything else comes. */
async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlError> {
  const live = listen(front, { query, variables }, socket);
  await live.until(() => live.isOver());
  expect(live.raw).toEqual([]);
  expect(live.errors.length).toBe(1);
  const [error] = live.errors;
  expect(error!.extensions).toMatchObject({ requestId: expect.stringMatching(/^[\w-]{36}$/), retryable: false });
  expect(error!.message).toMatch(/^[\x20-\x7e]{10,}$/);
  return error!;
}

const codeOf = async (...request: Parameters<typeof refusal>): Promise<unknown> => {
  const { code, field } = (await refusal(...request)).extensions;
  return field === undefined ? code : [code, field];
};

const changed = (cursor: string, at: number): string =>
  `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;

describe('a stream is refused, and its socket goes on,', () => {
  it('after a cursor that is none, is tampered with, or another body’s', async () => {
    const cursor = await now(front);
    const cursors = [
      '',
      'x',
      cursor.slice(1),
      changed(cursor, 3),
      changed(cursor, 20),
      changed(cursor, 40),
      await now(women),
    ];
    for (const after of cursors) expect(await codeOf(eventsDocument, { after })).toEqual(['BAD_INPUT', 'after']);
    for (const after of cursors) {
      const asQuery = 'query ($after: String) { events(after: $after) { nodes { id } } }';
      expect(await front.refusal(asQuery, { after })).toMatchObject({ code: 'BAD_INPUT', field: 'events.after' });
    }
  });

  it.each([
    ['a query', '{ viewer { actor { name } } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['a mutation', 'mutation { unfollow(input: {subjectId: "x"}) { position } }'],
    ['the query of the same name', 'query { events { nodes { id } } }'],
  ])('for %s', async (_, query) => {
    expect(await codeOf(query)).toEqual(['BAD_INPUT', 'query']);
  });

  it.each([
    ['wrong syntax', 'subscription { events { cursor '],
    ['an unknown field', 'subscription { events { cursor colour } }'],
    ['an unknown root field', 'subscription { meetings { cursor } }'],
    ['an unknown argument', 'subscription { events(before: "x") { cursor } }'],
    ['two root fields', 'subscription { events { cursor } more: events { cursor } }'],
    ['introspection', 'subscription { __typename }'],
    ['no selection', 'subscription { events }'],
    ['a variable that is not declared', 'subscription { events(after: $after) { cursor } }'],
    ['an unknown fragment', 'subscription { events { ...Card } }'],
  ])('for %s', async (_, query) => {
    const { code, field } = (await refusal(query)).extensions;
    expect([code, field]).toEqual(['BAD_INPUT', undefined]);
  });

  it('for a filter of the wrong type', async () => {
    const query = 'subscription { events(filter: {types: ["x"], followed: 3}) { cursor } }';
    expect(await codeOf(query)).toEqual(['BAD_INPUT', 'filter.followed']);
  });

  it('for a document without operation, or without the one that is named', async () => {
    expect(await codeOf('fragment F on EventDelivery { cursor }')).toEqual('BAD_INPUT');
    expect(await codeOf('subscription A { events { cursor } } subscription B { events { cursor } }')).toEqual([
      'BAD_INPUT',
      'operationName',
    ]);
  });

  it.each(['@skip(if: true)', '@include(if: false)', '@include(if: true)'])(
    'where %s stands at its root',
    async (directive) => {
      expect(await codeOf(`subscription { events ${directive} { cursor } }`)).toEqual(['BAD_INPUT', 'subscription']);
      expect(await codeOf(`subscription { ... ${directive} { events { cursor } } }`)).toEqual([
        'BAD_INPUT',
        'subscription',
      ]);
    },
  );

  it('for variables that do not fit', async () => {
    expect(await codeOf(eventsDocument, { after: 3 })).toEqual(['BAD_INPUT', 'after']);
    expect(await codeOf(eventsDocument, { filter: { types: [null] } })).toEqual(['BAD_INPUT', 'filter.types.0']);
    expect(await codeOf(eventsDocument, { filter: { colour: 'red' } })).toEqual(['BAD_INPUT', 'filter.colour']);
  });

  it('for ids of another type in its filter', async () => {
    const organization = await organizationId(front, 'PN-18073');
    for (const name of ['issueIds', 'matterIds', 'areaIds']) {
      expect(await codeOf(eventsDocument, { filter: { [name]: [organization] } })).toEqual([
        'BAD_INPUT',
        `filter.${name}`,
      ]);
    }
    expect(await codeOf(eventsDocument, { filter: { organizationIds: ['x'] } })).toEqual([
      'BAD_INPUT',
      'filter.organizationIds',
    ]);
  });

  it('beyond the limits of a document, as over HTTP', async () => {
    const nested = 'predecessors { organization { '.repeat(12) + 'id' + ' } }'.repeat(12);
    const wide = 'issue { links(first: 100) { nodes { issue { links(first: 100) { nodes { issue { title } } } } } } }';
    const documents = {
      aliases: `subscription { events { ${Array.from({ length: 31 }, (_, n) => `a${n}: cursor`).join(' ')} } }`,
      tokens: `subscription { events { ${'cursor '.repeat(5001)} } }`,
      depth: `subscription { events { event { organization { ${nested} } } } }`,
      points: `subscription { events { event { ${wide} } } }`,
    };
    for (const [limit, query] of Object.entries(documents)) {
      const { code, messageKey } = (await refusal(query)).extensions;
      expect([code, messageKey]).toEqual(['COST_EXCEEDED', `cost.${limit}`]);
    }
  });

  it('so that another one on it still tells what comes', async () => {
    const live = listen(front, { variables: { after: await now(front) } }, socket);
    const issue = await collectIssue(front);
    await live.count(1);
    expect(live.events[0]!.subjectId).toBe(issue.id);
    await live.stop();
  });
});

const withTopic = eventsDocument.replace(eventFields, `${eventFields} issue { topic { code } }`);

describe('a stream that fails in the middle', () => {
  it('ends with the masked error as its last result; it goes on from its cursor', async () => {
    const database = new URL(app.databaseUrl).pathname.slice(1);
    const live = listen(front, { query: withTopic, variables: { after: await now(front) } }, socket);
    const other = listen(front, { query: 'subscription { events { cursor } }' }, socket);
    const first = await collectIssue(front);
    await live.count(1);
    // What a delivery reads is gone for a moment; the tail does not need it.
    await runOwner('alter table topic rename column code to code_', database);
    await runOwner(
      `with made as (insert into event (type, scope, organization_id, subject_kind, subject_id, issue_id)
          select 'issue.edited', 'ISSUE', owner_id, 'Issue', id, id from issue where code = '${first.code}' returning *)
        insert into event_audience select organization_id, xid, id from made`,
      database,
    );
    await live.until(() => live.isOver());
    expect(live.errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'INTERNAL', messageKey: 'INTERNAL', requestId: expect.stringMatching(/^[\w-]{36}$/), retryable: false },
    ]);
    expect(live.raw.at(-1)).not.toContain('column');
    await runOwner('alter table topic rename column code_ to code', database);
    expect(other.isOver()).toBe(false);
    const again = listen(front, { variables: { after: live.cursors.at(-1) } }, socket);
    await again.count(1);
    expect(again.events[0]).toMatchObject({ type: 'issue.edited', issue: { code: first.code } });
    await Promise.all([again.stop(), other.stop()]);
  });
});

describe('after the log was restored from elsewhere', () => {
  it('older cursors have expired, for streams and for pages', async () => {
    const after = await now(front);
    await runOwner(
      `insert into log_epoch (system_identifier, timeline, started_at)
        select system_identifier, timeline, now() + interval '1 s' from log_epoch`,
      new URL(app.databaseUrl).pathname.slice(1),
    );
    await socket.dispose();
    await app.restart();
    front = await app.actor('COORDINATOR', 'MTTQ-18073');
    socket = socketOf(front);
    expect(await codeOf(eventsDocument, { after })).toEqual(['CURSOR_EXPIRED', 'after']);
    const refused = await front.refusal('query ($after: String) { events(after: $after) { nodes { id } } }', { after });
    expect(refused).toMatchObject({ code: 'CURSOR_EXPIRED', field: 'events.after' });
    const fresh = listen(front, { variables: { after: await now(front) } }, socket);
    await collectIssue(front);
    await fresh.count(1);
    await fresh.stop();
  });
});
