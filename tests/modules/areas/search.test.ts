import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

interface AreaNode {
  id: string;
  code: string;
  name: string;
  validTo: string | null;
  successors: { partial: boolean; area: { code: string; name: string } }[];
}

let app: TestApp;
let actor: Actor;
beforeAll(async () => {
  app = await startTestApp();
  actor = app.app('MTTQ-42');
});
afterAll(() => app.close());

async function search(query: string, on?: string): Promise<AreaNode[]> {
  const { areas } = await actor.ask<{ areas: { nodes: AreaNode[] } }>(
    'query ($query: String, $on: Date) { areas(first: 50, query: $query, on: $on) { nodes { id code name validTo successors { partial area { code name } } } } }',
    { query, on },
  );
  return areas.nodes;
}

describe('areas', () => {
  it('refuses an empty search, one that is too long and a day that is none', async () => {
    expect(await actor.refusal('{ areas(query: " ") { nodes { id } } }')).toMatchObject({
      code: 'BAD_INPUT',
      field: 'areas.query',
    });
    expect(
      await actor.refusal('query ($q: String) { areas(query: $q) { nodes { id } } }', { q: 'a'.repeat(101) }),
    ).toMatchObject({
      code: 'BAD_INPUT',
      field: 'areas.query',
    });
    expect((await actor.send('{ areas(on: "2026-02-30") { nodes { id } } }')).errors[0]?.extensions.code).toBe(
      'BAD_INPUT',
    );
  });

  it.each([['Thành Sen'], ['thanh sen'], ['THÀNH SEN'], ['sen phuong']])(
    'finds Phường Thành Sen by “%s”',
    async (query) => {
      expect((await search(query)).map((area) => area.name)).toContain('Phường Thành Sen');
    },
  );

  it('takes a wildcard for what it is', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search('_____')).toEqual([]);
  });

  it('finds a unit that is gone by its old name, with what it became; a split unit became several, in part', async () => {
    const [former] = await search('dai nai');
    expect(former).toMatchObject({ name: 'Phường Đại Nài', validTo: '2025-07-01' });
    expect(new Map(former!.successors.map((step) => [step.area.name, step.partial]))).toEqual(
      new Map([
        ['Phường Hà Huy Tập', true],
        ['Phường Thành Sen', true],
      ]),
    );
  });

  it('tells apart what a code meant on a day', async () => {
    expect((await search('18073', '2025-06-30')).map((area) => area.name)).toEqual(['Phường Nam Hà']);
    expect((await search('18073', '2025-07-01')).map((area) => area.name)).toEqual(['Phường Thành Sen']);
  });

  it('pages to the end without gap or double, by nodes and by edges', async () => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const {
        areas,
      }: {
        areas: {
          nodes: { code: string }[];
          edges: { cursor: string; node: { code: string } }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
        };
      } = await actor.ask(
        'query ($after: String) { areas(first: 17, after: $after, on: "2026-01-01") { nodes { code } edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
        { after },
      );
      expect(areas.edges.map((edge) => edge.node.code)).toEqual(areas.nodes.map((node) => node.code));
      expect(areas.edges.at(-1)!.cursor).toBe(areas.pageInfo.endCursor);
      expect(areas.pageInfo.hasPreviousPage).toBe(after !== null);
      codes.push(...areas.nodes.map((node) => node.code));
      after = areas.pageInfo.hasNextPage ? areas.pageInfo.endCursor : null;
    } while (after !== null);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(codes.length).toBe(70); // the province and its 69 units
  });
});

describe('organizations', () => {
  it('are found by code, kind and area', async () => {
    const { organization } = await actor.ask<{
      organization: {
        name: string;
        kind: string;
        active: boolean;
        parent: { code: string };
        area: { id: string; name: string };
      };
    }>('{ organization(code: "PN-18073") { name kind active parent { code } area { id name } } }');
    expect(organization).toMatchObject({
      kind: 'WOMENS_UNION',
      active: true,
      parent: { code: 'MTTQ-18073' },
      area: { name: 'Phường Thành Sen' },
    });
    const { organizations } = await actor.ask<{ organizations: { nodes: { code: string }[] } }>(
      'query ($area: ID!) { organizations(areaId: $area, kinds: [PEOPLES_COUNCIL, PEOPLES_COMMITTEE]) { nodes { code } } }',
      { area: organization.area.id },
    );
    expect(organizations.nodes.map((node) => node.code)).toEqual(['HDND-18073', 'UBND-18073']);
  });

  it('an unknown code is null, an id of another type is BAD_INPUT', async () => {
    expect(await actor.ask('{ organization(code: "NOPE-1") { name } }')).toEqual({ organization: null });
    expect(await actor.refusal('{ organizations(areaId: "issue_x") { nodes { code } } }')).toMatchObject({
      code: 'BAD_INPUT',
      field: 'organizations.areaId',
    });
  });
});
