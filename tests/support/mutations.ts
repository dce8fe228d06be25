import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Actor, GraphqlError } from './actor.ts';

type Input = Record<string, unknown>;
type Payload = Record<string, never> & { position: string };

const documentOf = (name: string, selection: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { position ${selection} } }`;

/** What the mutation answers; `selection` stands beside its `position`. */
export async function mutate<T = Payload>(actor: Actor, name: string, input: Input, selection = ''): Promise<T> {
  const data = await actor.ask<Record<string, T>>(documentOf(name, selection), { input });
  return data[name]!;
}

/** Code and field of the mutation's one error. */
export async function refused(
  actor: Actor,
  name: string,
  input: Input,
): Promise<Pick<GraphqlError['extensions'], 'code' | 'field'>> {
  const { code, field } = await actor.refusal(documentOf(name, ''), { input });
  return { code, ...(field !== undefined && { field }) };
}

/** The codes of several at once, `OK` for those that went through, sorted. */
export async function atOnce(calls: { actor: Actor; name: string; input: Input }[]): Promise<string[]> {
  const answers = await Promise.all(calls.map(({ actor, name, input }) => actor.send(documentOf(name, ''), { input })));
  return answers.map(({ errors }) => errors[0]?.extensions.code ?? 'OK').toSorted();
}

/**
 * The mutation sent twice at once and once more, all with one key: one effect, told three times. Another input under
 * the same key is refused.
 */
export async function expectOnce(actor: Actor, name: string, input: Input): Promise<Payload> {
  const keyed = { ...input, idempotencyKey: randomUUID() };
  const [one, other] = await Promise.all([mutate(actor, name, keyed), mutate(actor, name, keyed)]);
  const again = await mutate(actor, name, keyed);
  expect([other, again]).toEqual([one, one]);
  const changed = Object.fromEntries(Object.entries(keyed).map(([key, value]) => [key, otherValue(key, value)]));
  expect(await refused(actor, name, changed)).toEqual({ code: 'IDEMPOTENCY_MISMATCH', field: 'input.idempotencyKey' });
  return one;
}

const otherValue = (key: string, value: unknown): unknown =>
  /^(id|matterId|issueId|subjectId)$/.test(key) ? `${String(value)}x` : value;
