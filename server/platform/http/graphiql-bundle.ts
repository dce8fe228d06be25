import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** The files of GraphiQL, all in one folder. */
export interface GraphiqlBundle {
  /** Changes with any byte of any file, so that browsers may keep the files for good. */
  readonly version: string;
  /** Gzipped, by file name. `app.js` and `style.css` are what the page names, the others are loaded by them. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Bundles GraphiQL with its editor and workers from node_modules: about a second and 6 MB, no file written.
 * Done at the first browser's request rather than at install, so that an installation needs no build step, and a
 * server without browsers never pays.
 */
export async function buildGraphiql(): Promise<GraphiqlBundle> {
  const client = fileURLToPath(new URL('./graphiql-client.js', import.meta.url));
  const esbuild = await import('esbuild');
  try {
    const [{ outputFiles }, style] = await Promise.all([
      esbuild.build({
        absWorkingDir: dirname(client),
        entryPoints: {
          app: client,
          'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
          'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
          'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
        },
        outdir: '/',
        bundle: true,
        splitting: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        define: { 'process.env.NODE_ENV': '"production"' },
        // GraphiQL's own style sheet holds all of them, fonts included.
        loader: { '.css': 'empty' },
        logLevel: 'silent',
      }),
      readFile(createRequire(import.meta.url).resolve('graphiql/style.css')),
    ]);
    const contents = outputFiles.map(({ path, contents: bytes }): [string, Uint8Array] => [path.slice(1), bytes]);
    return await pack([...contents, ['style.css', style]]);
  } finally {
    // Its helper process would live as long as the server.
    await esbuild.stop();
  }
}

async function pack(contents: [string, Uint8Array][]): Promise<GraphiqlBundle> {
  const hash = createHash('sha256');
  for (const [name, bytes] of contents) {
    hash.update(name).update(bytes);
  }
  const files = await Promise.all(
    contents.map(async ([name, bytes]): Promise<[string, Buffer]> => [name, await compress(bytes)]),
  );
  return { version: hash.digest('hex').slice(0, 16), files: new Map(files) };
}
