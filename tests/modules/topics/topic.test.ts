import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topicRows } from '../../../server/modules/topics/topic.data.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
let front: Actor;
beforeAll(async () => {
  app = await startTestApp();
  front = app.app('MTTQ-18073');
});
afterAll(() => app.close());

interface Topic {
  id: string;
  code: string;
  name: string;
  nameEn: string;
}

const topics = async (actor: Actor): Promise<Topic[]> =>
  (await actor.ask<{ topics: Topic[] }>('{ topics { id code name nameEn } }')).topics;

describe('topics', () => {
  it('take no arguments', async () => {
    expect(await front.refusal('{ topics(first: 1) { code } }')).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('are all there, in their order, in both languages, the same to every body', async () => {
    const found = await topics(front);
    expect(found.map(({ code, name, nameEn }) => [code, name, nameEn])).toEqual(
      topicRows().map(({ code, nameVi, nameEn }) => [code, nameVi, nameEn]),
    );
    expect(found).toHaveLength(20);
    expect(await topics(app.app('UBND-18073'))).toEqual(found);
  });

  it('are found by their ids', async () => {
    const found = await topics(front);
    const { nodes } = await front.ask<{ nodes: Topic[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Topic { id code name nameEn } } }',
      { ids: found.map(({ id }) => id) },
    );
    expect(nodes).toEqual(found);
  });
});
