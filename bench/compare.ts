import { isDeepStrictEqual } from 'node:util';
import { comparable, type OperationName, type Sample } from './operations.ts';
import type { Target } from './targets.ts';

const howMany = 40;

/** Throws where two answer a request differently: what is not the same work is not compared. */
export async function checkEqual(
  operation: OperationName,
  samples: readonly Sample[],
  running: readonly { target: Target; url: string }[],
): Promise<void> {
  const asked = operation === 'm1' ? samples.slice(0, 5) : samples.slice(0, howMany);
  for (const sample of asked) {
    const answers = await Promise.all(
      running.map(async ({ target, url }) => ({
        name: target.name,
        data: await answerOf(target, url, { operation, sample }),
      })),
    );
    const [reference, ...others] = answers;
    for (const other of others) {
      if (!isDeepStrictEqual(reference!.data, other.data))
        throw new Error(explain(operation, sample, [reference!, other]));
    }
  }
}

async function answerOf(
  target: Target,
  url: string,
  { operation, sample }: { operation: OperationName; sample: Sample },
): Promise<unknown> {
  const { path, authorization, body } = target.request(operation, sample);
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  const parsed = parse(text);
  if (!parsed?.data || parsed.errors)
    throw new Error(`${target.name} does not answer ${operation}: ${response.status} ${text.slice(0, 500)}`);
  return comparable(operation, target.data(parsed));
}

function parse(text: string): { data: unknown; errors?: unknown } | null {
  try {
    return JSON.parse(text) as { data: unknown };
  } catch {
    return null;
  }
}

function explain(operation: OperationName, sample: Sample, answers: { name: string; data: unknown }[]): string {
  const shown = answers.map(({ name, data }) => `${name}: ${JSON.stringify(data)}`);
  return [`Not the same answer to ${operation} ${JSON.stringify(sample.variables)}`, ...shown].join('\n');
}
