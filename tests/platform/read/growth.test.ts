import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { busy, growTo, rare } from '../../../bench/growth/data.ts';
import { askerOf } from '../../../bench/growth/asker.ts';
import { examples, type Example } from '../../../bench/growth/examples.ts';
import { lastCursor, Probe, statementsOf, type Asker, type Shared } from '../../../bench/growth/measure.ts';
import { createCursors } from '../../../server/platform/events/cursor.ts';
import { createSchema } from '../../../server/schema.ts';
import { cloneTemplate } from '../../setup/databases.ts';

const small = 1500;
const factor = 8;

const schema = createSchema();
const shared: Shared = {
  schema,
  cursors: createCursors({ secret: 'c'.repeat(40), epoch: '0198c0de-0000-7000-8000-000000000000' }),
  cursorSalt: 'salt',
};
const fields = Object.keys(schema.getQueryType()!.getFields());
const all = Object.values(examples).flat();

let database: Awaited<ReturnType<typeof cloneTemplate>>;
let owner: Client;
let probe: Probe;
let probing: Client;
/** At the small size and at the grown one: rows read, objects in the answer, statements sent. */
const readings = new Map<string, Reading[]>();

interface Reading {
  read: number;
  yielded: number;
  statements: number;
}

/** Everything asked for by a body with much and by one with little, at the first page and at the last. */
async function readAll(): Promise<void> {
  for (const code of [busy, rare]) {
    const asker = await askerOf(owner, code);
    for (const example of all) {
      const cursor = await lastCursor(shared, owner, example, asker);
      for (const after of [undefined, ...(cursor ? [cursor] : [])])
        await read(code, example, { ...asker, ...(after && { after }) });
    }
  }
}

async function read(code: string, example: Example, asker: Asker & { after?: string }): Promise<void> {
  const statements = await statementsOf(shared, example, asker);
  const { read: rows, answer } = await probe.rowsRead(asker.viewer, statements[0]!);
  const name = `${example.name}${asker.after ? ', last page' : ''} of ${code}`;
  readings.set(name, [
    ...(readings.get(name) ?? []),
    { read: rows, yielded: objectsIn(JSON.parse(answer)), statements: statements.length },
  ]);
}

function objectsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const below = Object.values(value).reduce<number>((sum, one) => sum + objectsIn(one), 0);
  return Array.isArray(value) ? below : below + 1;
}

beforeAll(async () => {
  database = await cloneTemplate();
  owner = new Client({ connectionString: database.url });
  probing = new Client({ connectionString: database.url });
  await Promise.all([owner.connect(), probing.connect()]);
  probe = new Probe(probing);
  await growTo(owner, 0, small);
  await readAll();
  await growTo(owner, small, small * factor);
  await readAll();
}, 180_000);

afterAll(async () => {
  await Promise.all([owner?.end(), probing?.end()]);
  await database?.drop();
});

describe('every root field', () => {
  it('has an example of what clients ask it for', () => {
    expect(fields.filter((field) => !examples[field]?.length)).toEqual([]);
    expect(Object.keys(examples).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('is read by one statement', () => {
    expect([...readings].filter(([, [one]]) => one!.statements !== 1)).toEqual([]);
  });

  it(`reads no more rows when there are ${factor} times as many, where it yields as much`, () => {
    const grown = [...readings].filter(([, [before, after]]) => {
      const fuller = Math.max(1, after!.yielded / before!.yielded);
      return after!.read > before!.read * fuller * 1.5 + 60;
    });
    expect(grown.map(([name, [before, after]]) => `${name}: ${before!.read} → ${after!.read}`)).toEqual([]);
  });

  it('reads a small multiple of what it yields', () => {
    const wasteful = [...readings].filter(([, [, after]]) => after!.read > after!.yielded * 30 + 200);
    expect(wasteful.map(([name, [, after]]) => `${name}: ${after!.read} for ${after!.yielded}`)).toEqual([]);
  });
});
