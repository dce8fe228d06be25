import { inspect, isDeepStrictEqual, styleText } from 'node:util';
import type { LienThongError } from '../client-sdk/src/index.ts';

let chapters = 0;

export function chapter(title: string): void {
  chapters += 1;
  console.log(`\n${styleText('bold', `${chapters}. ${title}`)}`);
}

export const say = (text: string): void => console.log(`   ${text}`);

/** What somebody hears live, as it arrives. */
export const hear = (text: string): void => console.log(styleText('cyan', `   ⚡ ${text}`));

/** What the demo has read is not what it has told. */
export class Unexpected extends Error {}

/** Ends the demo where the two differ. */
export function check(what: string, actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Unexpected(
      `${what}\n     expected ${inspect(expected, { depth: 5 })}\n     but read ${inspect(actual, { depth: 5 })}`,
    );
  }
  console.log(styleText('green', `   ✓ ${what}`));
}

/** The call must be refused with this class of error. */
export async function checkRefused(what: string, Class: typeof LienThongError, call: Promise<unknown>): Promise<void> {
  const outcome = await call.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  if (outcome instanceof Class) return check(`${what}: ${outcome.code}`, true, true);
  throw new Unexpected(`${what}\n     expected ${Class.name}\n     but got ${inspect(outcome)}`);
}
