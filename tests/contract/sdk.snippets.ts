import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The TypeScript programs in a README, in their order. */
export function readmeSnippets(path: string): string[] {
  const readme = readFileSync(path, 'utf8');
  return [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, text]) => text!);
}

const fileUrl = (path: string): string => pathToFileURL(resolve(path)).href;

/** Writes a snippet into the folder as a program that talks to `url` by this SDK; returns what node runs it with. */
export async function programOf(
  snippet: string,
  { folder, name, url }: Record<'folder' | 'name' | 'url', string>,
): Promise<string[]> {
  const file = join(folder, `${name}.mts`);
  const program = snippet
    .replaceAll(/https?:\/\/(?:localhost:4000|lien-thong\.example)\/graphql/g, url)
    .replaceAll(`'@lien-thong/client'`, `'${fileUrl('client-sdk/src/index.ts')}'`);
  await writeFile(file, program);
  return ['--import', fileUrl('node_modules/tsx/dist/loader.mjs'), file];
}
