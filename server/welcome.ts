import type { App } from './app.ts';
import type { Config } from './config.ts';
import { demoBodies, demoEmail } from './seeds/demo-accounts.seed.ts';

/** What a newcomer needs next: where to look, as whom, and one request to try. */
export function welcome(config: Config, app: App): string {
  const lines = [
    ``,
    `Liên Thông is ready at ${app.url}`,
    `  in a browser: GraphiQL; ${new URL('/', app.url)} tells how to connect`,
    ``,
  ];
  if (config.demo === 'off') return lines.join('\n');
  const [example] = Object.entries(app.demoKeys);
  lines.push(
    `Demo accounts, password ${config.demoPassword}:`,
    `  ${demoEmail('OFFICER', 'MTTQ-18073')}, coordinator@…, leader@…`,
    `  and the same three of ${demoBodies.filter((code) => code !== 'MTTQ-18073').join(', ')}`,
    ``,
  );
  if (example) {
    lines.push(
      `App keys${config.databaseUrl === null ? ` (kept in ${config.dataDir}/demo-keys.json)` : ', shown this once'}:`,
      ...Object.entries(app.demoKeys).map(([code, key]) => `  ${code.padEnd(12)} ${key}`),
      ``,
      `Try:`,
      `  curl -s ${app.url} -H 'content-type: application/json' -H 'authorization: Bearer ${example[1]}' \\`,
      `    -d '{"query":"{ viewer { organization { name } } issues(first: 3) { totalCount nodes { code title status owner { code } } } }"}'`,
      ``,
    );
  }
  return `${lines.join('\n')}\n`;
}
