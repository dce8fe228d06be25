import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { allPages, pageOf, type Page } from '../../support/pages.ts';

let app: TestApp;
let front: Actor;
beforeAll(async () => {
  app = await startTestApp();
  front = app.app('MTTQ-18073');
});
afterAll(() => app.close());

const document =
  'query ($query: String, $on: Date) { areas(query: $query, on: $on, first: 100) { nodes { code name } } }';

/** Code and name of each area found. */
async function find(query: string | null, on?: string): Promise<string[]> {
  const { areas } = await front.ask<{ areas: { nodes: { code: string; name: string }[] } }>(document, { query, on });
  return areas.nodes.map(({ code, name }) => `${code} ${name}`);
}

interface AreaView {
  code: string;
  name: string;
  kind: string;
  validFrom: string;
  validTo: string | null;
  parent: { code: string } | null;
  predecessors: Lineage[];
  successors: Lineage[];
}

interface Lineage {
  area: { code: string; name: string };
  partial: boolean;
  effectiveOn: string;
  legalBasis: string;
}

async function area(code: string, on: string): Promise<AreaView> {
  const { areas } = await front.ask<{ areas: { nodes: AreaView[] } }>(
    `query ($code: String!, $on: Date!) { areas(query: $code, on: $on) { nodes { code name kind validFrom validTo
      parent { code } predecessors { ...L } successors { ...L } } } }
      fragment L on AreaLineage { area { code name } partial effectiveOn legalBasis }`,
    { code, on },
  );
  return areas.nodes.find((found) => found.code === code)!;
}

const [before, after] = ['2025-06-30', '2025-07-01'];

describe('areas refuses', () => {
  it.each([
    [{ query: '' }, 'query'],
    [{ query: ' \t ' }, 'query'],
    [{ query: 'a'.repeat(101) }, 'query'],
    [{ query: 'Sen\u0000' }, 'query'],
    [{ query: 'Sen\ud800' }, 'query'],
    [{ query: 'Sen\u202e' }, 'query'],
  ])('%j', async (variables, field) => {
    expect(await front.refusal(document, variables)).toMatchObject({ code: 'BAD_INPUT', field: `areas.${field}` });
  });

  it.each(['2025-02-30', '2025-7-1', '01/07/2025', '0000-01-01', '2025-07-01T00:00:00Z', '', 20250701])(
    'the day %j',
    async (on) => {
      expect(await front.refusal(document, { on })).toMatchObject({ code: 'BAD_INPUT', field: 'on' });
    },
  );
});

describe('areas refuses, written into the document,', () => {
  it.each(['on: "2026-02-30"', 'on: "0000-01-01"', 'on: 2026', 'query: 5', 'first: "a"'])('%s', async (argument) => {
    const { status, errors } = await front.send(`{ areas(${argument}) { nodes { id } } }`);
    expect([status, errors.map((error) => error.extensions.code)]).toEqual([400, ['BAD_INPUT']]);
  });
});

describe('areas finds', () => {
  it('a unit by its name, with and without accents and designation, in any case and order', async () => {
    const unit = '18073 Phường Thành Sen';
    for (const query of ['Thành Sen', 'thanh sen', 'THÀNH SEN', 'Phường Thành Sen', 'sen  phuong', 'Tha\u0300nh Sen'])
      expect([query, await find(query, after)]).toEqual([query, [unit]]);
  });

  it('a former unit by its old name, in all ways of writing it', async () => {
    for (const query of ['Đại Nài', 'dai nai', 'đại nài', 'DAI NAI'])
      expect([query, await find(query)]).toEqual([query, ['18082 Phường Đại Nài']]);
    for (const query of ['Cổ Đạm', 'Cỗ Đạm', 'co dam'])
      expect([query, await find(query)]).toEqual([query, ['18391 Xã Cổ Đạm', '18394 Xã Cổ Đạm']]);
    expect(await find('an hoà thịnh')).toEqual(await find('An Hòa Thịnh'));
    expect(await find('xã kì anh', after)).toContainEqual(expect.stringMatching(/Xã Kỳ Anh$/));
  });

  it('whoever had the code, one on each day', async () => {
    expect(await find('18073')).toEqual(['18073 Phường Nam Hà', '18073 Phường Thành Sen']);
    expect(await find('18073', before)).toEqual(['18073 Phường Nam Hà']);
    expect(await find('18073', after)).toEqual(['18073 Phường Thành Sen']);
    expect(await find('18073', '2019-12-31')).toEqual([]);
  });

  it('nothing by signs that mean something to a search of texts', async () => {
    for (const query of ['%', '_', '\\', "'", '1807_', '18%3', '* or 1=1', '18073?', '$1', '{}'])
      expect([query, await find(query)]).toEqual([query, []]);
  });

  it('what existed on the day: 69 units today, 209 and 12 districts before', async () => {
    const [today, once] = [new Set<string>(), new Set<string>()];
    for (const [on, names] of [
      [after, today],
      [before, once],
    ] as const) {
      const found = await allPages(100, async (cursor) => {
        const { areas } = await front.ask<{ areas: Page<{ id: string; kind: string }> }>(
          `query ($on: Date, $after: String) { areas(on: $on, first: 100, after: $after) { ${pageOf('id kind')} } }`,
          { on, after: cursor },
        );
        return areas;
      });
      for (const { id, kind } of found) names.add(`${kind} ${id}`);
      expect(names.size).toBe(found.length);
    }
    const count = (names: Set<string>, kinds: RegExp): number => [...names].filter((name) => kinds.test(name)).length;
    const units = /^(WARD|COMMUNE|TOWNSHIP) /;
    expect([count(today, units), count(today, /^DISTRICT /), count(today, /^PROVINCE /)]).toEqual([69, 0, 1]);
    expect([count(once, units), count(once, /^DISTRICT /), count(once, /^PROVINCE /)]).toEqual([209, 12, 1]);
  });

  it('everything there ever was, by code and time, each once, in pages of any size', async () => {
    const read = (first: number): Promise<{ id: string; code: string; validFrom: string }[]> =>
      allPages(first, async (cursor) => {
        const { areas } = await front.ask<{ areas: Page<{ id: string; code: string; validFrom: string }> }>(
          `query ($first: Int, $after: String) { areas(first: $first, after: $after) { ${pageOf('id code validFrom')} } }`,
          { first, after: cursor },
        );
        return areas;
      });
    const all = await read(100);
    expect(all).toHaveLength(1 + 12 + 207 + 69);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ code, validFrom }) => `${code} ${validFrom}`)).toEqual(
      all.map(({ code, validFrom }) => `${code} ${validFrom}`).toSorted(),
    );
    expect(await read(17)).toEqual(all);
  });

  it('an empty page with no cursors', async () => {
    const { areas } = await front.ask<{ areas: Page<object> }>(`{ areas(query: "Atlantis") { ${pageOf('id')} } }`);
    expect(areas).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});

describe('an area', () => {
  it('tells its time, its kind and what is above it', async () => {
    expect(await area('18073', after)).toMatchObject({
      name: 'Phường Thành Sen',
      kind: 'WARD',
      validFrom: '2025-07-01',
      validTo: null,
      parent: { code: '42' },
    });
    expect(await area('18073', before)).toMatchObject({
      name: 'Phường Nam Hà',
      kind: 'WARD',
      validFrom: '2020-01-01',
      validTo: '2025-07-01',
      parent: { code: '436' },
    });
    expect(await area('42', after)).toMatchObject({ kind: 'PROVINCE', parent: null });
  });

  it('tells of what it was made, and which of these came only in part', async () => {
    const { predecessors, successors } = await area('18073', after);
    const step = { effectiveOn: '2025-07-01', legalBasis: 'NQ 1665/NQ-UBTVQH15' };
    expect(successors).toEqual([]);
    expect(predecessors.map(({ area: { code }, partial }) => `${code}${partial ? ' in part' : ''}`).toSorted()).toEqual(
      ['18073', '18077', '18079', '18082 in part', '18085', '18091', '18094', '18097', '18109'],
    );
    for (const predecessor of predecessors) expect(predecessor).toMatchObject(step);
  });

  it('tells what became of it: one unit, several in part, or itself', async () => {
    const became = async (code: string): Promise<string[]> =>
      (await area(code, before)).successors
        .map(({ area: { code: to, name }, partial }) => `${to} ${name} ${partial}`)
        .toSorted();
    expect(await became('18073')).toEqual(['18073 Phường Thành Sen false']);
    expect(await became('18082')).toEqual(['18073 Phường Thành Sen true', '18652 Phường Hà Huy Tập true']);
    expect(await became('18796')).toHaveLength(3);
    expect(await became('18196')).toEqual([]);
    expect(await area('18196', after)).toMatchObject({ validFrom: '2020-01-01', validTo: null, predecessors: [] });
  });
});
