import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { invite, openMatter, seeIssue, seeMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';

/** Reads pass the compiled condition alone here; the database's own is asked directly. */
let app: TestApp;
let front: Actor;
let women: Actor;
let outsider: Actor;
let ids: string[];
let internal: string;
beforeAll(async () => {
  app = await startTestApp({ readWall: 'compiled' });
  [front, women, outsider] = await Promise.all([
    app.actor('LEADER', 'MTTQ-18073'),
    app.actor('LEADER', 'PN-18073'),
    app.actor('LEADER', 'CD-18073'),
  ]);
  const matter = await openMatter(front);
  await invite(front, matter, 'PN-18073', 'SUPERVISING');
  const organization = await organizationId(front, 'MTTQ-18073');
  const made = async (actor: Actor, name: string, input: object, field: string): Promise<string> =>
    (await mutate<Record<string, { id: string }>>(actor, name, { ...input }, `${field} { id }`))[field]!.id;
  const matterId = matter.id;
  ids = [
    matterId,
    matter.issue.id,
    await made(front, 'taskAssign', { matterId, title: 'Khảo sát', organizationId: organization }, 'task'),
    await made(front, 'matterAnswer', { matterId, outcome: 'RESOLVED', content: 'Đã xong.' }, 'answer'),
    await made(women, 'matterAssess', { matterId, verdict: 'ADEQUATE' }, 'assessment'),
    await made(women, 'commentAdd', { subjectId: matterId, body: 'Đã xem.' }, 'comment'),
    await made(women, 'commentAdd', { subjectId: matter.issue.id, body: 'Đã xem.' }, 'comment'),
  ];
  await mutate(women, 'matterReopen', { matterId, reason: 'Chưa xong.' });
  const other = await collectIssue(front);
  ids.push(
    await made(
      front,
      'referralOffer',
      { issueId: other.id, toOrganizationId: await organizationId(front, 'PN-18073'), request: 'Xin ý kiến.' },
      'referral',
    ),
  );
  internal = await made(front, 'commentAdd', { subjectId: matterId, body: 'Nội bộ.', internal: true }, 'comment');
});
afterAll(() => app.close());

const readable = async (actor: Actor, wanted: string[]): Promise<string[]> => {
  const { nodes } = await actor.ask<{ nodes: ({ id: string } | null)[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: wanted },
  );
  return nodes.flatMap((node) => node?.id ?? []);
};

/** How many rows the database itself shows to a body, whatever the statement asks. */
async function rowsFor(code: string): Promise<Record<string, number>> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; set local role lt_user`);
    await client.query(`select set_config('app.org', (select id::text from organization where code = $1), true)`, [
      code,
    ]);
    const counts: Record<string, number> = {};
    for (const table of [
      'matter',
      'participant',
      'matter_issue',
      'matter_reason',
      'matter_access',
      'task',
      'answer',
      'assessment',
      'comment',
      'referral',
    ]) {
      counts[table] = Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
    }
    return counts;
  } finally {
    await client.end();
  }
}

describe('each wall alone', () => {
  it('shows everything of a matter to those who take part, but for what is internal', async () => {
    for (const actor of [front, women]) expect(await readable(actor, ids)).toEqual(ids);
    expect(await readable(front, [internal])).toEqual([internal]);
    expect(await readable(women, [internal])).toEqual([]);
    const shared = {
      matter: 1,
      participant: 2,
      matter_issue: 1,
      matter_reason: 1,
      matter_access: 1,
      task: 1,
      answer: 1,
      assessment: 1,
      referral: 1,
    };
    expect(await rowsFor('MTTQ-18073')).toEqual({ ...shared, comment: 3 });
    expect(await rowsFor('PN-18073')).toEqual({ ...shared, comment: 2 });
  });

  it('shows nothing of it to anybody else', async () => {
    expect(await readable(outsider, [...ids, internal])).toEqual([]);
    expect(Object.values(await rowsFor('CD-18073')).every((count) => count === 0)).toBe(true);
  });

  it('shows nothing after leaving, not even to the body that opened it', async () => {
    const issue = await collectIssue(women, { sharedWith: ['CD-18073'] });
    const matter = await openMatter(outsider, { issue, lead: 'MTTQ-18073' });
    await mutate(outsider, 'matterLeave', { matterId: matter.id, reason: 'Không còn liên quan.' });
    expect(await seeMatter(outsider, matter)).toBeNull();
    expect(await seeIssue(outsider, issue)).toMatchObject({
      matter: null,
      viewerAccess: { hiddenFields: expect.arrayContaining(['matter']) },
    });
  });
});
