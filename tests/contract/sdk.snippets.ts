import { readFileSync } from 'node:fs';

/** The TypeScript programs in the SDK's README, in their order. */
export function readmeSnippets(): string[] {
  const readme = readFileSync('client-sdk/README.md', 'utf8');
  return [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, text]) => text!);
}
