import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSchema } from '../../server/schema.ts';
import type { Actor, Answer } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { everyMutation } from '../support/every-mutation.ts';
import { issueInput, organizationId } from '../support/factories.ts';
import { checkedErrors, documentOf, leavesOf, rootFields, withValue, type Leaf } from '../support/hostile.ts';
import { expectUntouched } from '../support/issue-acts.ts';
import { openOwner, type Owner } from '../support/owner.ts';

const schema = createSchema();
let app: TestApp;
let owner: Owner;
let leader: Actor;
let inputs: Record<string, Record<string, unknown>>;
beforeAll(async () => {
  app = await startTestApp({ costPerMinute: 1_000_000 });
  owner = await openOwner(app);
  ({ leader, inputs } = await everyMutation(app));
  // A batch is kept under its key, refused rows and all.
  inputs['issuesCollect']!['idempotencyKey'] = null;
}, 120_000);
afterAll(async () => {
  await owner.close();
  await app.close();
});

const marker = 'Zq7Xw';
const hostile = (text: string): string => `${marker}${text}${marker}`;

/** Refused wherever a text or an id is taken. */
const unstorable = ['\u0000', '\ud800', '\udc00'].map(hostile);
/** Refused wherever a text would be kept. */
const unwanted = ['\u202e', '\u0007', 'a'.repeat(20_000)].map(hostile);
const unreadableIds = ["' or 1=1 --", '?', '$1"\\', '💥', 'a'.repeat(20_000)].map(hostile).concat('');

/** Of a type that the argument does not have. */
const wrongTypes: Record<string, unknown[]> = {
  String: [5, { a: marker }],
  ID: [true, { a: marker }],
  Int: [2_147_483_648, -2_147_483_649, 1.5, marker],
  Boolean: ['true', 1],
  DateTime: [marker, '2026-02-30T00:00:00Z', '2026-01-01', 5],
  Date: [marker, '2026-02-30', '0000-01-01', '2026-01-01T00:00:00Z', 20_260_101],
  UUID: [marker, '{0198c0de-0000-7000-8000-000000000000}', 5],
  enum: [marker, '', 5],
};

const mutations = rootFields(schema, 'mutation').filter((field) => field.name !== 'sessionCreate');
const queries = rootFields(schema, 'query');

/** Sends each value in the place of the argument; what it is checked for decides. */
async function sendEach(
  field: (typeof mutations)[number],
  leaf: Leaf,
  values: readonly unknown[],
  check: (answer: Answer<unknown>, errors: [string, string | undefined][]) => void,
): Promise<void> {
  const operation = mutations.includes(field) ? 'mutation' : 'query';
  const document = documentOf(operation, field);
  const base = operation === 'mutation' ? { input: inputs[field.name] } : needed[field.name];
  const answers = await Promise.all(values.map((value) => leader.send(document, withValue(base ?? {}, leaf, value))));
  for (const [n, answer] of answers.entries()) {
    try {
      check(answer, [...checkedErrors(answer, marker), ...errorsOfRows(answer)]);
    } catch (error) {
      const value = JSON.stringify(values[n]).slice(0, 60);
      throw new Error(`${field.name} ${leaf.path} ${value}: ${JSON.stringify(answer).slice(0, 800)}`, { cause: error });
    }
  }
}

/** Arguments that a query cannot be asked without. */
const needed: Record<string, Record<string, unknown>> = {
  issue: { code: 'HT-2026-000000' },
  matter: { code: 'VV-2026-000000' },
  organization: { code: 'MTTQ-18073' },
  node: { id: 'x' },
  nodes: { ids: ['x'] },
};

/** A batch tells of each row what it was refused for; it goes through as a whole. */
function errorsOfRows({ data }: Answer<unknown>): [string, string][] {
  const { issuesCollect } = (data ?? {}) as { issuesCollect?: { results: { error: Record<string, string> | null }[] } };
  return (issuesCollect?.results ?? []).flatMap(({ error }) => (error ? [[error['code']!, error['field']!]] : []));
}

const isText = ({ type }: Leaf): boolean => type === 'String';
const isId = ({ type }: Leaf): boolean => type === 'ID';

describe.each(mutations)('$name', (field) => {
  it('is tried with every argument', () => {
    const left = leavesOf(field).filter(({ path }) => inputs[field.name]![path.split('.')[1]!] === undefined);
    expect(left).toEqual([]);
  });

  it('refuses values of other types, naming the argument', async () => {
    await expectUntouched(owner, async () => {
      for (const leaf of leavesOf(field)) {
        await sendEach(field, leaf, wrongTypes[leaf.type]!, (answer, errors) => {
          expect(answer.status).toBe(400);
          expect(errors.length).toBeGreaterThan(0);
          for (const [code, name] of errors) {
            expect(code).toBe('BAD_INPUT');
            expect(name).toMatch(new RegExp(`^${leaf.path}(\\.\\w+)*$`));
          }
        });
      }
    });
  });

  it('refuses texts that cannot or must not be kept, and ids that are none', async () => {
    await expectUntouched(owner, async () => {
      for (const leaf of leavesOf(field)) {
        const texts = isText(leaf) ? unwanted : isId(leaf) ? unreadableIds : [];
        await sendEach(field, leaf, isText(leaf) || isId(leaf) ? [...unstorable, ...texts] : [], (answer, errors) => {
          expect(answer.status).toBe(200);
          expect(errors).toEqual([['BAD_INPUT', leaf.path]]);
        });
      }
    });
  });
});

describe.each(queries)('$name', (field) => {
  it('refuses values of other types, naming the argument', async () => {
    for (const leaf of leavesOf(field)) {
      await sendEach(field, leaf, wrongTypes[leaf.type]!, (answer, errors) => {
        expect(answer.status).toBe(400);
        expect(errors.length).toBeGreaterThan(0);
        for (const [code, name] of errors) {
          expect(code).toBe('BAD_INPUT');
          expect(name).toMatch(new RegExp(`^${leaf.path}(\\.\\w+)*$`));
        }
      });
    }
  });

  it('refuses what is no text, and finds nothing by texts and ids that mean nothing', async () => {
    for (const leaf of leavesOf(field).filter((one) => isText(one) || isId(one))) {
      await sendEach(field, leaf, unstorable, (_, errors) => {
        expect(errors).toEqual([['BAD_INPUT', `${field.name}.${leaf.path}`]]);
      });
      await sendEach(field, leaf, [...unwanted, ...unreadableIds], (answer, errors) => {
        if (errors.length > 0) {
          expect(errors).toEqual([['BAD_INPUT', `${field.name}.${leaf.path}`]]);
          return;
        }
        const found = (answer.data as Record<string, { nodes?: unknown[] } | unknown[] | null>)[field.name] ?? [];
        expect(Array.isArray(found) ? found.filter((one) => one !== null) : found.nodes).toEqual([]);
      });
    }
  });
});

describe('texts', () => {
  it('are kept composed, as they mean and without what surrounds them', async () => {
    const words = {
      title: 'Đường Nguyễn Công Trứ ngập “sâu” 0,5 m — 𠮷 👩‍🌾',
      description: '1. Dấu \' và " và \\ và ?\n\t2. $1 %s {0} <b>&amp;</b> select * from issue;',
      place: 'Ngõ\u200e 5, tổ dân phố Tiền Tiến',
    };
    const decomposed = Object.fromEntries(
      Object.entries(words).map(([name, text]) => [name, ` ${text.normalize('NFD').replaceAll('\n', '\r\n')}\u00a0`]),
    );
    const input = await issueInput(leader, decomposed);
    const answer = await leader.ask<{ issueCollect: { issue: object } }>(
      'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { issue { title description place } } }',
      { input },
    );
    expect(answer.issueCollect.issue).toEqual(words);
  });

  it('are found in whichever form they are asked for', async () => {
    const find = async (query: string): Promise<number> => {
      const { issues } = await leader.ask<{ issues: { totalCount: number } }>(
        'query ($query: String) { issues(filter: { query: $query }) { totalCount } }',
        { query },
      );
      return issues.totalCount;
    };
    const before = await find('tiền tiến');
    await issueInput(leader, { place: 'Tổ Tiền Tiến'.normalize('NFD') }).then((input) =>
      leader.ask('mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { position } }', { input }),
    );
    for (const query of ['Tiền Tiến'.normalize('NFC'), 'Tiền Tiến'.normalize('NFD'), 'TIEN TIEN', 'tiến tiền'])
      expect([query, await find(query)]).toEqual([query, before + 1]);
  });
});

describe('many values at once', () => {
  it('are taken or refused as a whole, never a fault of ours', async () => {
    const id = await organizationId(leader, 'PN-18073');
    const filters = [
      { organizationIds: Array.from({ length: 10_000 }, () => id) },
      { topicCodes: Array.from({ length: 50_000 }, (_, n) => `T${n}`) },
      { statuses: Array.from({ length: 10_000 }, () => 'RECEIVED') },
    ];
    for (const filter of filters) {
      const answer = await leader.send('query ($filter: IssueFilter) { issues(filter: $filter) { totalCount } }', {
        filter,
      });
      checkedErrors(answer, marker);
    }
  });
});
