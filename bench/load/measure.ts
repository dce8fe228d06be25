import type { OperationName, Sample } from '../operations.ts';
import { cpuMs, cpuMsOfTree, residentMb } from '../support/machine.ts';
import type { Running } from '../support/product.ts';
import { median } from '../support/stats.ts';
import type { Target } from '../targets.ts';
import { runLoad, type LoadResult } from './run.ts';

export interface Plan {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
  connections: number;
}

export interface Participant extends Running {
  target: Target;
}

export interface Measured {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of one request, in ms. */
  serverMs: number;
  postgresMs: number;
  residentMb: number;
}

interface Setting {
  plan: Plan;
  postmaster: number;
  participants: readonly Participant[];
}

/** All in turn, in each round another one first; of each figure the median of the rounds. */
export async function measure(
  operation: OperationName,
  samples: readonly Sample[],
  setting: Setting,
): Promise<Measured[]> {
  const { plan, participants } = setting;
  for (const participant of participants)
    await load(operation, samples, { participant, plan, seconds: plan.warmUpSeconds });
  const slots = new Map<string, Measured[]>(participants.map(({ name }) => [name, []]));
  for (let round = 0; round < plan.rounds; round += 1) {
    const order = participants.map((_, i) => participants[(i + round) % participants.length]!);
    for (const participant of order)
      slots.get(participant.name)!.push(await slot(operation, samples, { ...setting, participant }));
  }
  return participants.map(({ name }) => medians(name, slots.get(name)!));
}

async function slot(
  operation: OperationName,
  samples: readonly Sample[],
  { participant, plan, postmaster }: Setting & { participant: Participant },
): Promise<Measured> {
  const before = { server: cpuMs(participant.pid), postgres: cpuMsOfTree(postmaster) };
  const result = await load(operation, samples, { participant, plan, seconds: plan.seconds });
  return {
    name: participant.name,
    perSecond: result.requests / result.seconds,
    p50: result.p50,
    p99: result.p99,
    serverMs: (cpuMs(participant.pid) - before.server) / result.requests,
    postgresMs: (cpuMsOfTree(postmaster) - before.postgres) / result.requests,
    residentMb: residentMb(participant.pid),
  };
}

async function load(
  operation: OperationName,
  samples: readonly Sample[],
  { participant, plan, seconds }: { participant: Participant; plan: Plan; seconds: number },
): Promise<LoadResult> {
  const requests = samples.map((sample) => participant.target.request(operation, sample));
  const result = await runLoad({ url: participant.url, requests, connections: plan.connections, seconds });
  if (result.failed > 0)
    throw new Error(`${participant.name}: ${result.failed} of ${result.requests} answers to ${operation} failed`);
  return result;
}

function medians(name: string, slots: readonly Measured[]): Measured {
  const of = (key: Exclude<keyof Measured, 'name'>): number => median(slots.map((each) => each[key]));
  return {
    name,
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    serverMs: of('serverMs'),
    postgresMs: of('postgresMs'),
    residentMb: of('residentMb'),
  };
}
