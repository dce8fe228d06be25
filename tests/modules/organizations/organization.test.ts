import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '../../../server/platform/days.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, issueInput, organizationId } from '../../support/factories.ts';
import { refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';
import { allPages, pageOf, type Page } from '../../support/pages.ts';

let app: TestApp;
let owner: Owner;
let front: Actor;
/** Of the veterans of a ward, who join those of the province today: their body no longer exists. */
const gone = 'CCB-18100';
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  front = app.app('MTTQ-18073');
  await owner.rows(`update organization set valid_to = $2 where code = $1`, [gone, localDate(new Date())]);
  await owner.rows(`update organization set valid_to = '2999-01-01' where code = 'CCB-42'`);
  await owner.rows(
    `insert into organization_lineage select a.id, b.id, current_date from organization a, organization b
      where a.code = $1 and b.code = 'CCB-42'`,
    [gone],
  );
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

interface Body {
  code: string;
  kind: string;
  active: boolean;
}

async function list(args: object, first = 100): Promise<Body[]> {
  return allPages(first, async (after) => {
    const { organizations } = await front.ask<{ organizations: Page<Body> }>(
      `query ($first: Int, $after: String, $kinds: [OrganizationKind!], $areaId: ID, $activeOnly: Boolean) {
        organizations(first: $first, after: $after, kinds: $kinds, areaId: $areaId, activeOnly: $activeOnly) {
          ${pageOf('code kind active')} } }`,
      { first, after, ...args },
    );
    return organizations;
  });
}

const codes = async (args: object): Promise<string[]> => (await list(args)).map(({ code }) => code);

const view = `code name kind active validFrom validTo area { code name } parent { code }
  predecessors { code active } successors { code active }`;

async function organization(code: string): Promise<unknown> {
  const data = await front.ask<{ organization: unknown }>(
    `query ($code: String!) { organization(code: $code) { ${view} } }`,
    { code },
  );
  return data.organization;
}

describe('organizations refuses', () => {
  it.each([
    [{ areaId: 'x' }, 'organizations.areaId'],
    [{ areaId: 'org_0198c0de-0000-7000-8000-000000000000' }, 'organizations.areaId'],
    [{ kinds: ['BANK'] }, 'kinds.0'],
    [{ kinds: [null] }, 'kinds.0'],
    [{ activeOnly: 'yes' }, 'activeOnly'],
    [{ first: 0 }, 'organizations.first'],
    [{ first: 101 }, 'organizations.first'],
  ])('%j', async (variables, field) => {
    const document = `query ($first: Int, $kinds: [OrganizationKind!], $areaId: ID, $activeOnly: Boolean) {
      organizations(first: $first, kinds: $kinds, areaId: $areaId, activeOnly: $activeOnly) { nodes { id } } }`;
    expect(await front.refusal(document, variables)).toMatchObject({ code: 'BAD_INPUT', field });
  });
});

describe('organizations', () => {
  it('lists all by code, each once, in pages of any size', async () => {
    const all = await codes({ activeOnly: false });
    expect(all).toHaveLength(8 * 70 + 2 + 12 + 3);
    expect(all).toEqual(all.toSorted());
    expect(new Set(all).size).toBe(all.length);
    expect((await list({ activeOnly: false }, 53)).map(({ code }) => code)).toEqual(all);
  });

  it('leaves out those that no longer exist, unless they are asked for', async () => {
    for (const args of [{}, { activeOnly: true }, { activeOnly: null }]) {
      const found = await list(args);
      expect(found.every(({ active }) => active)).toBe(true);
      expect(found.map(({ code }) => code)).not.toContain(gone);
      expect(found.map(({ code }) => code)).toContain('CCB-42');
    }
    const ended = (await list({ activeOnly: false })).filter(({ active }) => !active);
    expect(ended).toEqual([{ code: gone, kind: 'VETERANS_ASSOCIATION', active: false }]);
  });

  it('filters by kinds, any of them, and by the area served, both at once', async () => {
    const ward = await areaId(front);
    expect(await codes({ areaId: ward })).toEqual(
      ['CCB', 'CD', 'DTN', 'HDND', 'MTTQ', 'ND', 'PN', 'UBND'].map((line) => `${line}-18073`),
    );
    expect(await codes({ areaId: ward, kinds: ['WOMENS_UNION', 'PEOPLES_COUNCIL'] })).toEqual([
      'HDND-18073',
      'PN-18073',
    ]);
    expect(await codes({ kinds: ['PARTY_COMMITTEE'] })).toEqual(['TU-42']);
    expect(await codes({ kinds: ['DEPARTMENT'] })).toHaveLength(12);
    expect(await codes({ kinds: ['ASSOCIATION'] })).toEqual([]);
    expect(await codes({ kinds: [] })).toEqual([]);
    expect(await codes({ areaId: 'area_0198c0de-0000-7000-8000-000000000000' })).toEqual([]);
  });
});

describe('organization', () => {
  it('is found by its code alone', async () => {
    expect(await organization('MTTQ-18073')).toEqual({
      code: 'MTTQ-18073',
      name: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Thành Sen',
      kind: 'FATHERLAND_FRONT',
      active: true,
      validFrom: '2025-07-01',
      validTo: null,
      area: { code: '18073', name: 'Phường Thành Sen' },
      parent: { code: 'MTTQ-42' },
      predecessors: [],
      successors: [],
    });
    for (const code of ['mttq-18073', 'MTTQ-18073 ', 'MTTQ', '', '%', "'"]) expect(await organization(code)).toBeNull();
  });

  it('tells its place in the tree', async () => {
    expect(await organization('PN-18073')).toMatchObject({ parent: { code: 'MTTQ-18073' } });
    expect(await organization('UBND-18073')).toMatchObject({ parent: { code: 'UBND-42' } });
    expect(await organization('UBND-42')).toMatchObject({ parent: null });
  });

  it('that is gone is still found, with its successors, and may be named for nothing new', async () => {
    expect(await organization(gone)).toMatchObject({
      active: false,
      validTo: localDate(new Date()),
      predecessors: [],
      successors: [{ code: 'CCB-42', active: true }],
    });
    expect(await organization('CCB-42')).toMatchObject({ active: true, predecessors: [{ code: gone, active: false }] });
    const shareWithIds = [await organizationId(front, gone)];
    const input = await issueInput(front, { visibility: 'SHARED', shareWithIds });
    expect(await refused(front, 'issueCollect', input)).toEqual({ code: 'BAD_INPUT', field: 'input.shareWithIds' });
  });

  it('that is gone lets nobody in any more', async () => {
    const union = app.app('DTN-18073');
    await owner.rows(`update organization set valid_to = current_date where code = 'DTN-18073'`);
    expect(await union.refusal('{ viewer { organization { code } } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
