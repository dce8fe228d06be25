import { mkdirSync } from 'node:fs';
import { openBenchDatabase, workFolder } from './data/database.ts';
import { runFanout, type FanoutPlan } from './fanout/run.ts';
import { runHttpParts } from './http-parts.ts';
import type { Plan } from './load/measure.ts';
import { operationNames } from './operations.ts';
import { readOptions, type Options } from './options.ts';
import { describeMachine, loadNow } from './support/machine.ts';

const tell = (text: string): void => void process.stdout.write(`${text}\n`);

const planOf = ({ quick }: Options): Plan => ({
  rounds: 3,
  seconds: quick ? 2 : 8,
  warmUpSeconds: quick ? 1 : 4,
  connections: 16,
});

const fanoutOf = ({ quick }: Options): FanoutPlan =>
  quick ? { sockets: 1000, paced: 4, burst: 10 } : { sockets: 5000, paced: 10, burst: 20 };

async function run(options: Options): Promise<void> {
  tell(`Liên Thông, ${new Date().toISOString()}\n${describeMachine()}; load at the start ${loadNow()}`);
  for (const { label, count } of options.sizes) {
    const database = await openBenchDatabase(count, label);
    try {
      tell(`\n## ${label}: ${Object.entries(database.counts).map(([name, found]) => `${found} ${name}`).join(', ')}`);
      const operations = operationNames.filter((name) => options.parts.includes(name));
      if (operations.length > 0) await runHttpParts(operations, { database, plan: planOf(options), profile: options.profile, tell });
      if (options.parts.includes('s1')) await runFanout(database, fanoutOf(options), tell);
    } finally {
      await database.stop();
    }
  }
}

mkdirSync(workFolder, { recursive: true });
await run(readOptions(process.argv.slice(2)));
