import { collectReports, linkReports, shareByMistake } from './collect.ts';
import { bringBack, promise, resolve, workTogether } from './follow-up.ts';
import { Unexpected } from './narrate.ts';
import { joinForces, referReport } from './refer.ts';
import { secondAct } from './second-act.ts';
import { findServer } from './server.ts';
import { setStage } from './stage.ts';

/** Plays the main job on a server and checks all that it reads; exit code 1 with the first thing that is not as told. */
async function play(url: string): Promise<void> {
  const stage = await setStage(url);
  const reports = await collectReports(stage);
  await linkReports(stage, reports);
  await shareByMistake(stage, reports);
  const matter = await referReport(stage, reports);
  await joinForces(stage, matter, reports);
  await workTogether(stage, matter);
  await promise(stage, matter);
  await resolve(stage, matter);
  await bringBack(stage, matter, reports);
  await stage.youthHears.end();
  await stage.womenHear.end();
  await secondAct(stage);
}

const start = performance.now();
const server = await findServer();
process.once('SIGINT', () => void server.stop().then(() => process.exit(130)));
try {
  await play(server.url);
  console.log(`\nAll as told, in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
} catch (error) {
  console.error(error instanceof Unexpected ? `\n   ✗ ${error.message}` : error);
  process.exitCode = 1;
} finally {
  await server.stop();
}
// Streams of a demo that ended early would keep the process.
process.exit();
