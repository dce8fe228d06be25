import { mkdirSync } from 'node:fs';
import { openBenchDatabase, workFolder, type BenchDatabase } from './data/database.ts';
import { runFanout, type FanoutPlan } from './fanout/run.ts';
import { runHttpParts } from './http-parts.ts';
import type { Plan } from './load/measure.ts';
import { runMemory, runStart } from './memory/run.ts';
import { runSoak } from './memory/soak.ts';
import { operationNames } from './operations.ts';
import { readOptions, type Options } from './options.ts';
import { describeMachine, loadNow } from './support/machine.ts';

const tell = (text: string): void => void process.stdout.write(`${text}\n`);

const planOf = ({ quick }: Options): Plan => ({
  rounds: 3,
  seconds: quick ? 1.5 : 8,
  warmUpSeconds: quick ? 1 : 4,
  connections: 16,
});

const fanoutOf = ({ quick }: Options): FanoutPlan =>
  quick ? { sockets: 1000, paced: 3, burst: 10 } : { sockets: 5000, paced: 8, burst: 10 };

async function run(options: Options): Promise<void> {
  tell(`Liên Thông, ${new Date().toISOString()}\n${describeMachine()}; load at the start ${loadNow()}`);
  const { parts, soakMinutes } = options;
  for (const { label, count } of options.sizes) {
    const database = await openBenchDatabase(count, label);
    try {
      const counts = Object.entries(database.counts).map(([name, found]) => `${found} ${name}`);
      tell(`\n## ${label}: ${counts.join(', ')}`);
      if (soakMinutes === null) await runParts(options, database);
      else await runSoak({ database, minutes: soakMinutes, tell });
    } finally {
      await database.stop();
    }
  }
  if (soakMinutes === null && parts.includes('start')) await runStart(tell);
}

async function runParts(options: Options, database: BenchDatabase): Promise<void> {
  const { parts, profile } = options;
  const plan = planOf(options);
  const operations = operationNames.filter((name) => parts.includes(name));
  if (operations.length > 0) await runHttpParts(operations, { database, plan, profile, tell });
  if (parts.includes('s1')) await runFanout(database, fanoutOf(options), tell);
  if (parts.includes('memory')) await runMemory(database, plan.seconds, tell);
}

mkdirSync(workFolder, { recursive: true });
await run(readOptions(process.argv.slice(2)));
