import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { issueInMatter, offer, seeAll } from '../../support/issues.ts';
import { invite, openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';

let app: TestApp;
let compiled: TestApp;
let front: Actor;
let women: Actor;
beforeAll(async () => {
  app = await startTestApp();
  compiled = await startTestApp({ databaseUrl: app.databaseUrl, readWall: 'compiled', dbPool: 2 });
  [front, women] = [app.app('MTTQ-18073'), app.app('PN-18073')];
});
afterAll(async () => {
  await compiled.close();
  await app.close();
});

interface Hit {
  field: string;
  snippet: string;
  ranges: { start: number; end: number }[];
}
interface Found {
  totalCount: number;
  nodes: { code: string; title: string; searchHit: Hit | null }[];
}

const document = `query ($filter: IssueFilter) { issues(first: 100, filter: $filter) { totalCount
  nodes { code title searchHit { field snippet ranges { start end } } } } }`;

async function search(actor: Actor, query: string, filter: object = {}): Promise<Found> {
  const { issues } = await actor.ask<{ issues: Found }>(document, { filter: { query, ...filter } });
  expect(issues.totalCount).toBe(issues.nodes.length);
  return issues;
}

const titles = async (actor: Actor, query: string, filter: object = {}): Promise<string[]> =>
  (await search(actor, query, filter)).nodes.map(({ title }) => title);

const codes = async (actor: Actor, query: string, filter: object = {}): Promise<string[]> =>
  (await search(actor, query, filter)).nodes.map(({ code }) => code);

describe('a search refuses', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t '],
    ['more than 200 characters', 'ngập '.repeat(4_000)],
    ['a NUL', 'ngập\u0000'],
    ['half a character', 'ngập\ud800'],
    ['what turns text around', 'ngập\u202e'],
  ])('%s', async (_, query) => {
    expect(await front.refusal(document, { filter: { query } })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'issues.filter.query',
    });
    const matters = 'query ($query: String!) { matters(filter: {query: $query}) { nodes { code } } }';
    expect(await front.refusal(matters, { query })).toMatchObject({ code: 'BAD_INPUT', field: 'matters.filter.query' });
  });

  it('nothing that means something to a text search: signs are no words', async () => {
    await collectIssue(front, { title: 'Dấu hiệu quyzzing', description: 'Một nội dung có dấu.' });
    const empty = ['!', '&', '|', '<->', ':*', "'", '"', '\\', '()', '%', '_', '-', '!!!', '*:A', '…', '👩', '$1', '☎'];
    for (const query of empty) expect([query, await titles(front, query)]).toEqual([query, []]);
    const signs = [
      '!quyzzing',
      'quyzzing &',
      '(quyzzing',
      "quyzzing'",
      'quyzzing:*',
      '"quyzzing"',
      'quyzzing\\',
      '=quyzzing',
    ];
    for (const query of signs) expect([query, await titles(front, query)]).toEqual([query, ['Dấu hiệu quyzzing']]);
    for (const query of [
      '!quyzzing & dau',
      'quyzzing | khongco',
      'quyzzing <-> hieu',
      '-quyzzing',
      'a '.repeat(99),
      'x'.repeat(199),
    ])
      expect((await front.send(document, { filter: { query } })).errors).toEqual([]);
  });
});

describe('a search tells nothing to who may not read', () => {
  const word = 'kzanarivut';

  it('of a private issue: no hit, no count, no snippet, behind either wall', async () => {
    const issue = await collectIssue(front, { title: `Riêng ${word}`, description: 'Chỉ của Mặt trận.' });
    for (const server of [app, compiled]) {
      expect(await codes(server.app('MTTQ-18073'), word)).toEqual([issue.code]);
      for (const code of ['PN-18073', 'UBND-18073', 'SO-XAYDUNG', 'MTTQ-42']) {
        const foreign = await server.app(code).send(document, { filter: { query: word } });
        const unknown = await server.app(code).send(document, { filter: { query: 'kzanarivux' } });
        expect(foreign).toEqual(unknown);
        expect(foreign.data).toEqual({ issues: { totalCount: 0, nodes: [] } });
      }
    }
  });

  it('at summary level: not by the title that it sees, not by words that it does not', async () => {
    const { issue } = await issueInMatter(front, { 'DTN-18073': 'INFORMED' });
    const informed = {
      id: issue.id,
      expectedVersion: issue.version,
      title: 'Tóm lược kzsummaryz',
      place: 'Chợ kzplacez',
    };
    await mutate(front, 'issueEdit', informed);
    for (const server of [app, compiled]) {
      const youth = server.app('DTN-18073');
      expect((await seeAll(youth, issue))!.title).toBe('Tóm lược kzsummaryz');
      for (const query of ['kzsummaryz', 'kzplacez', 'kzsummary']) expect(await codes(youth, query)).toEqual([]);
      expect(await codes(server.app('MTTQ-18073'), 'kzplacez')).toEqual([issue.code]);
    }
  });

  it('from the moment on that a share is taken back, and from the moment it is given', async () => {
    const issue = await collectIssue(front, { title: 'Chia sẻ kzsharez' });
    const organizationIds = [await organizationId(front, 'PN-18073')];
    for (let round = 0; round < 2; round += 1) {
      expect(await codes(women, 'kzsharez')).toEqual([]);
      await mutate(front, 'issueShare', { id: issue.id, organizationIds });
      expect(await codes(women, 'kzsharez')).toEqual([issue.code]);
      await mutate(front, 'issueUnshare', { id: issue.id, organizationIds });
    }
    await mutate(front, 'issueShare', { id: issue.id, visibility: 'NETWORK' });
    expect(await codes(app.app('ND-18073'), 'kzsharez')).toEqual([issue.code]);
    await mutate(front, 'issueShare', { id: issue.id, visibility: 'PRIVATE' });
    expect(await codes(app.app('ND-18073'), 'kzsharez')).toEqual([]);
  });

  it('of a word that an edit has removed', async () => {
    const issue = await collectIssue(front, { title: 'Tuyến kzoldz', visibility: 'NETWORK' });
    await mutate(front, 'issueEdit', { id: issue.id, expectedVersion: issue.version, title: 'Tuyến kznewz' });
    for (const actor of [front, women]) {
      expect(await codes(actor, 'kzoldz')).toEqual([]);
      expect(await codes(actor, 'kznewz')).toEqual([issue.code]);
    }
  });

  it('of an offered issue beyond the offer', async () => {
    const issue = await collectIssue(front, { title: 'Chuyển kzofferz' });
    const committee = await app.actor('LEADER', 'UBND-18073');
    const id = await offer(front, issue, 'UBND-18073');
    expect(await codes(committee, 'kzofferz')).toEqual([issue.code]);
    await mutate(committee, 'referralDecline', { id, reason: 'Không thuộc thẩm quyền.' });
    expect(await codes(committee, 'kzofferz')).toEqual([]);
  });

  it('by lexemes that stand for who may read', async () => {
    const body = (await organizationId(front, 'MTTQ-18073')).slice(4);
    for (const query of [`=v:${body}`, `v:${body}`, body, '=ISSUE', '=s:RECEIVED', 's RECEIVED'])
      expect([query, await titles(women, query)]).toEqual([query, []]);
  });

  it('of matters in which it has no part, and no more once it has left', async () => {
    const matter = await openMatter(front, { title: 'Vụ việc kzmatterz' });
    const find = async (actor: Actor): Promise<unknown> =>
      (
        await actor.ask<{ matters: unknown }>(
          '{ matters(filter: {query: "kzmatterz"}) { totalCount nodes { code searchHit { field snippet } } } }',
        )
      ).matters;
    const none = { totalCount: 0, nodes: [] };
    const searchHit = { field: 'title', snippet: 'Vụ việc kzmatterz' };
    const one = { totalCount: 1, nodes: [{ code: matter.code, searchHit }] };
    expect([await find(front), await find(women)]).toEqual([one, none]);
    await invite(front, matter, 'PN-18073', 'INFORMED');
    for (const server of [app, compiled]) expect(await find(server.app('PN-18073'))).toEqual(one);
    await mutate(await app.actor('LEADER', 'PN-18073'), 'matterLeave', { matterId: matter.id, reason: 'Đã xong.' });
    for (const server of [app, compiled]) expect(await find(server.app('PN-18073'))).toEqual(none);
  });
});

/** Issues of a body that has no others, in the order collected. */
async function collectAll(actor: Actor, all: readonly (string | [string, string])[]): Promise<IssueRef[]> {
  const made: IssueRef[] = [];
  for (const one of all) {
    const [title, description] = typeof one === 'string' ? [one, 'Nội dung.'] : one;
    made.push(await collectIssue(actor, { title, description }));
  }
  return made;
}

describe('a search ranks', () => {
  it('words with the accents typed before the same letters with others', async () => {
    const farmers = app.app('ND-18073');
    await collectAll(farmers, ['Cái bàn gãy', 'Người bạn tốt', ['Ghi nhận', 'Hỏng một cái bàn.'], 'Bán hàng rong']);
    expect(await titles(farmers, 'bàn')).toEqual(['Cái bàn gãy', 'Ghi nhận', 'Bán hàng rong', 'Người bạn tốt']);
    expect((await titles(farmers, 'bạn'))[0]).toBe('Người bạn tốt');
    expect(new Set(await titles(farmers, 'ban'))).toEqual(new Set(await titles(farmers, 'bàn')));
  });

  it('the title before the text, more words that stand together before scattered ones, then the newest', async () => {
    const veterans = app.app('CCB-18073');
    await collectAll(veterans, [
      ['Phản ánh chung', 'Thiếu nước sạch tại thôn.'],
      'Thiếu nước sạch',
      ['Phản ánh thêm', 'Nước ở sông, nhiều hộ dân đi lại rất khó khăn, đường không được sạch.'],
      'Thiếu nước sạch',
    ]);
    const [newer, older, ...rest] = (await search(veterans, 'nước sạch')).nodes;
    expect([newer!.title, older!.title]).toEqual(['Thiếu nước sạch', 'Thiếu nước sạch']);
    expect(newer!.code).not.toBe(older!.code);
    expect(rest.map(({ title }) => title)).toEqual(['Phản ánh chung', 'Phản ánh thêm']);
    const all = await veterans.ask<{ issues: { nodes: { code: string }[] } }>('{ issues { nodes { code } } }');
    expect(newer!.code).toBe(all.issues.nodes[0]!.code);
  });

  it('what was typed before what only means the same', async () => {
    const union = app.app('CD-18073');
    await collectAll(union, ['Úng nước ở ngõ', 'Ngập nước ở ngõ', 'UBND phường trả lời', 'Ủy ban nhân dân phường họp']);
    expect(await titles(union, 'ngập')).toEqual(['Ngập nước ở ngõ', 'Úng nước ở ngõ']);
    expect(await titles(union, 'úng nước')).toEqual(['Úng nước ở ngõ', 'Ngập nước ở ngõ']);
    expect(await titles(union, 'ubnd')).toEqual(['UBND phường trả lời', 'Ủy ban nhân dân phường họp']);
    expect(await titles(union, 'uỷ ban nhân dân')).toEqual(['Ủy ban nhân dân phường họp', 'UBND phường trả lời']);
    expect(await titles(union, 'uy ban nhan dan phuong')).toHaveLength(2);
  });
});
