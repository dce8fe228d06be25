import { checkEqual } from './compare.ts';
import { withClient, type BenchDatabase } from './data/database.ts';
import { measure, type Measured, type Participant, type Plan } from './load/measure.ts';
import { titles, type OperationName } from './operations.ts';
import { setup } from './peers/postgraphile-setup.ts';
import { samplesOf } from './samples.ts';
import { stopProcess } from './support/child.ts';
import { loadNow } from './support/machine.ts';
import { figure, table } from './support/table.ts';
import { targets } from './targets.ts';

interface HttpParts {
  database: BenchDatabase;
  plan: Plan;
  profile: string | null;
  tell: (text: string) => void;
}

/** Requests over HTTP: all servers at once on one database, equal answers first, then in turn. */
export async function runHttpParts(
  operations: readonly OperationName[],
  { database, plan, tell, profile }: HttpParts,
): Promise<void> {
  await withClient(database.url, (client) => client.query(setup));
  const participants: Participant[] = [];
  try {
    for (const target of targets) participants.push({ target, ...(await target.start(database.url, profile)) });
    for (const operation of operations) {
      const samples = await withClient(database.url, (client) => samplesOf(client, operation));
      await checkEqual(operation, samples, participants);
      const measured = await measure(operation, samples, { plan, postmaster: database.postmaster, participants });
      tell(
        `\n${titles[operation]} (${plan.connections} connections, load of the machine ${loadNow()})\n\n${report(measured)}`,
      );
    }
  } finally {
    await Promise.all(participants.map(({ child }) => stopProcess(child)));
  }
}

function report(measured: readonly Measured[]): string {
  const [floor] = measured;
  return table(
    ['', 'req/s', 'of floor', 'p50 ms', 'p99 ms', 'server CPU ms', 'PostgreSQL CPU ms', 'RSS MB'],
    measured.map((each) => [
      each.name,
      figure(each.perSecond),
      figure(each.perSecond / floor!.perSecond),
      figure(each.p50),
      figure(each.p99),
      figure(each.serverMs),
      figure(each.postgresMs),
      figure(each.residentMb),
    ]),
  );
}
