import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { createCursors } from '../../server/platform/events/cursor.ts';
import { createSchema } from '../../server/schema.ts';
import { busy, rare } from './data.ts';
import { askerOf } from './asker.ts';
import { databaseOf, startCluster, withClient } from './database.ts';
import { examples } from './examples.ts';
import { lastCursor, Probe, statementsOf, type Shared } from './measure.ts';

const names: Record<string, number> = { '20k': 20_000, '200k': 200_000, '1m': 1_000_000 };
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const shared: Shared = {
  schema: createSchema(),
  cursors: createCursors({ secret: 'c'.repeat(40), epoch: '0198c0de-0000-7000-8000-000000000000' }),
  cursorSalt: 'salt',
};

/** What a request costs PostgreSQL: milliseconds of execution and rows that scans have read. */
type Costs = Map<string, { ms: number; rows: number }>;

/** Every example of every root field at one size; each plan is kept as text. */
const measure = (url: string, plans: string): Promise<Costs> =>
  withClient(url, (owner) => withClient(url, (probing) => measureBy(owner, new Probe(probing), plans)));

async function measureBy(owner: Client, probe: Probe, plans: string): Promise<Costs> {
  const costs: Costs = new Map();
  for (const code of [busy, rare]) {
    const asker = await askerOf(owner, code);
    const { viewer } = asker;
    for (const example of Object.values(examples).flat()) {
      const cursor = await lastCursor(shared, owner, example, asker);
      for (const after of cursor ? [undefined, cursor] : [undefined]) {
        const name = `${example.name}${after ? ', last page' : ''} (${code === busy ? 'much' : 'little'})`;
        const [statement] = await statementsOf(shared, example, { ...asker, ...(after && { after }) });
        const { read } = await probe.rowsRead(viewer, statement!);
        costs.set(name, { ms: await probe.time(owner, viewer, statement!, 20), rows: read });
        const file = `${plans}/${name.replaceAll(/[^a-z]+/g, '-').replace(/-$/, '')}.txt`;
        writeFileSync(file, `${name}\n\n${await probe.explain(viewer, statement!)}\n`);
      }
    }
  }
  return costs;
}

function print(sizes: readonly string[], costs: readonly Costs[]): string {
  const head = ['', ...sizes.flatMap((size) => [`ms ${size}`, `rows ${size}`]), 'ms, growth'];
  const lines = [...costs[0]!.keys()].map((name) => {
    const cells = costs.map((one) => one.get(name)!);
    const growth = cells.at(-1)!.ms / cells[0]!.ms;
    return [name, ...cells.flatMap(({ ms, rows }) => [ms.toFixed(2), String(rows)]), `${growth.toFixed(1)} ×`];
  });
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...lines.map(row)].join('\n');
}

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '20k,200k' } } });
const sizes = values.sizes.split(',');
const unknown = sizes.filter((size) => !names[size]);
if (unknown.length > 0) throw new Error(`Sizes are ${Object.keys(names).join(', ')}, not ${unknown.join(', ')}`);
const cluster = await startCluster(here('../.data/growth'));
try {
  const costs: Costs[] = [];
  for (const size of sizes) {
    const plans = here(`../plans/${size}`);
    rmSync(plans, { recursive: true, force: true });
    mkdirSync(plans, { recursive: true });
    costs.push(await measure(await databaseOf(cluster.url, names[size]!), plans));
  }
  const table = print(sizes, costs);
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
  const note = `PostgreSQL per request, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]!.model}, load ${load}`;
  writeFileSync(here('../plans/README.md'), `# ${note}\n\nMade by \`npm run bench:growth\`.\n\n${table}\n`);
  process.stdout.write(`${note}\n\n${table}\n`);
} finally {
  await cluster.stop();
}
