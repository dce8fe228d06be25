import { appendFileSync } from 'node:fs';

/** Loaded into the server beside its own code: what it holds after a collection, every few seconds, as a line of a file. */
const file = process.env['BENCH_HEAP_FILE'];
if (file !== undefined) {
  setInterval(() => {
    globalThis.gc!();
    const { rss, heapUsed, external } = process.memoryUsage();
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), rss, heapUsed, external })}\n`);
  }, 5000).unref();
}
