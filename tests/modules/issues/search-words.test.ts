import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import { openMatter } from '../../support/matters.ts';

let app: TestApp;
let front: Actor;
beforeAll(async () => {
  app = await startTestApp();
  front = app.app('MTTQ-18073');
  const issues: [string, string, string?][] = [
    ['Ngập úng đường Nguyễn Công Trứ', 'Cứ mưa to là nước dâng tới đầu gối.', 'gần chợ Vườn Ươm'],
    ['Tổ dân phố 5 thiếu đèn', 'Đèn đường ngõ 12/4 hỏng hai tuần nay.'],
    ['Kiến nghị của cử tri', 'Đề nghị UBND phường sớm hoà giải.', 'TDP 4, số 12A'],
    ['Hội trường', 'Hội đồng nhân dân phường họp tại hội trường.'],
    ['Nguyễn Công Trứ', 'Xe tải chạy quá nhanh.'],
  ];
  for (const [title, description, place] of issues) await collectIssue(front, { title, description, place });
});
afterAll(() => app.close());

interface Hit {
  field: string;
  snippet: string;
  ranges: { start: number; end: number }[];
}

const document = `query ($query: String!) { issues(filter: {query: $query}) { totalCount
  nodes { title searchHit { field snippet ranges { start end } } } } }`;

async function search(query: string): Promise<{ title: string; searchHit: Hit }[]> {
  const { issues } = await front.ask<{ issues: { totalCount: number; nodes: { title: string; searchHit: Hit }[] } }>(
    document,
    { query },
  );
  expect(issues.totalCount).toBe(issues.nodes.length);
  return issues.nodes;
}

const titles = async (query: string): Promise<string[]> => (await search(query)).map(({ title }) => title);

/** What the snippet shows as met. */
const met = ({ snippet, ranges }: Hit): string[] => ranges.map(({ start, end }) => snippet.slice(start, end));

describe('words are met', () => {
  const flooded = 'Ngập úng đường Nguyễn Công Trứ';
  const mediation = 'Kiến nghị của cử tri';

  it.each([
    ['whatever their case', 'NGẬP ÚNG'],
    ['without accents', 'ngap ung duong'],
    ['with wrong accents', 'ngâp ủng đuờng'],
    ['decomposed', 'Ngập úng'.normalize('NFD')],
    ['in any order', 'trứ công đường'],
    ['with signs between them', '“ngập”, úng/đường!'],
    ['in the place', 'vườn ươm'],
    ['in several fields', 'ngập đầu gối chợ'],
    ['with words that say nothing', 'ngập của đường và chợ'],
  ])('%s: %s', async (_, query) => {
    expect(await titles(query)).toEqual([flooded]);
  });

  it.each(['hòa giải', 'hoà giải', 'hoa giai', 'HOÀ GIẢI'])('wherever the tone is placed: %s', async (query) => {
    expect(await titles(query)).toEqual([mediation]);
  });

  it.each(['Nguyễn Công T', 'nguyễn công tr', 'nguyen cong tru', 'nguyễn côn', 'ngu'])(
    'by the beginning of the last one: %s',
    async (query) => {
      expect(new Set(await titles(query))).toEqual(new Set([flooded, 'Nguyễn Công Trứ']));
    },
  );

  it.each(['nguy công trứ', 'công nguyễnx', 'ngập khôngcó', 'guyễn'])('not by other parts: %s', async (query) => {
    expect(await titles(query)).toEqual([]);
  });

  it('by what they are called in short and in full', async () => {
    expect(await titles('ủy ban nhân dân phường')).toEqual([mediation]);
    expect(await titles('uỷ ban nhân dân')).toEqual([mediation]);
    expect(await titles('hđnd')).toEqual(['Hội trường']);
    expect(await titles('hdnd')).toEqual(['Hội trường']);
    expect(new Set(await titles('úng'))).toEqual(new Set([flooded]));
    expect(await titles('nước không rút')).toEqual([flooded]);
  });

  it('without accents only by what they surely mean: “cong” is no “cống”', async () => {
    await collectIssue(front, { title: 'Nạo vét rãnh dọc', description: 'Rãnh đầy.' });
    expect(await titles('cống')).toContain('Nạo vét rãnh dọc');
    expect(await titles('cong')).not.toContain('Nạo vét rãnh dọc');
    expect(await titles('ngap')).toEqual(await titles('ngập'));
  });

  it('with numbers and what stands beside them', async () => {
    expect(await titles('ngõ 12/4')).toEqual(['Tổ dân phố 5 thiếu đèn']);
    expect(await titles('12a')).toEqual([mediation]);
    expect(await titles('phố 5')).toEqual(['Tổ dân phố 5 thiếu đèn']);
  });
});

describe('a hit', () => {
  it('is shown in plain text with the places of its words', async () => {
    const { searchHit } = (await search('vuon uom'))[0]!;
    expect(searchHit).toMatchObject({ field: 'place', snippet: 'gần chợ Vườn Ươm' });
    expect(met(searchHit)).toEqual(['Vườn', 'Ươm']);
    const [inText] = await search('xe tả');
    expect(inText!.searchHit).toMatchObject({ field: 'description', snippet: 'Xe tải chạy quá nhanh.' });
    expect(met(inText!.searchHit)).toEqual(['Xe', 'tải']);
    const [short] = await search('ủy ban nhân dân');
    expect(met(short!.searchHit)).toEqual(['UBND']);
  });

  it('of a long text is cut between words around them, emoji and markup as they are', async () => {
    const filler = 'Rác 🗑️ quá tải <b>ở</b> chợ &amp; bãi. '.repeat(60);
    await collectIssue(front, { title: 'Bãi rác', description: `${filler}Kênh\nkzlongz bị lấp. ${filler}` });
    const { searchHit } = (await search('kênh kzlongz'))[0]!;
    expect(searchHit.field).toBe('description');
    expect(searchHit.snippet).toMatch(/^….*Kênh kzlongz bị lấp\. .*<b>ở<\/b>.*…$/u);
    expect(searchHit.snippet.length).toBeLessThanOrEqual(210);
    expect(searchHit.snippet.isWellFormed()).toBe(true);
    expect(met(searchHit)).toEqual(['Kênh', 'kzlongz']);
  });

  it('is null where the list was not searched', async () => {
    const unsearched = await front.ask<Record<string, { nodes: { searchHit: Hit | null }[] }>>(
      '{ issues { nodes { searchHit { field } } } other: issues(filter: {query: null}) { nodes { searchHit { field } } } }',
    );
    for (const { nodes } of Object.values(unsearched)) {
      expect(nodes.length).toBeGreaterThan(4);
      expect(nodes.every(({ searchHit }) => searchHit === null)).toBe(true);
    }
  });

  it('of a matter is in its title or summary', async () => {
    const matter = await openMatter(front, { title: 'Thoát nước khu vực chợ' });
    const { matters } = await front.ask<{ matters: object }>(
      '{ matters(filter: {query: "thoat nuo"}) { totalCount nodes { code h: searchHit { f: field s: snippet r: ranges { to: end __typename } } } } }',
    );
    const ranges = [5, 10].map((to) => ({ to, __typename: 'TextRange' }));
    expect(matters).toEqual({
      totalCount: 1,
      nodes: [{ code: matter.code, h: { f: 'title', s: 'Thoát nước khu vực chợ', r: ranges } }],
    });
  });
});
