import { createApp, type App } from './app.ts';
import { ConfigError, configWarnings, readConfig, type Config } from './config.ts';
import { EmbeddedDatabaseError } from './platform/db/embedded-home.ts';
import { createLog } from './platform/log.ts';
import { welcome } from './welcome.ts';

/** The process: environment → app → signals → close. */
async function main(): Promise<void> {
  const config = configOrExit();
  const log = createLog(config.logLevel);
  for (const warning of configWarnings(config)) process.stderr.write(`${warning}\n`);
  const app = await createApp(config, log);
  process.stdout.write(welcome(config, app));
  stopOnSignals(app);
  await app.databaseEnded;
  if (app.databaseEnded && !stopping) exitWith('The embedded database has ended on its own; see pg.log in DATA_DIR');
}

let stopping = false;
const graceMs = 20_000;

function stopOnSignals(app: App): void {
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // A part that hangs must not keep an operator waiting for ever.
    setTimeout(() => process.exit(1), graceMs).unref();
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return exitWith(error.message);
    throw error;
  }
}

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

process.on('unhandledRejection', (error) => {
  createLog('fatal').fatal({ err: error }, 'unhandled rejection');
  process.exit(1);
});

await main().catch((error: unknown) => {
  if (error instanceof EmbeddedDatabaseError) exitWith(error.message);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    exitWith('The port is in use: stop the other server, or set PORT');
  createLog('fatal').fatal({ err: error }, 'the server did not start');
  process.exit(1);
});
