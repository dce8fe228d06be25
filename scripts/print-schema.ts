import { readFileSync, writeFileSync } from 'node:fs';
import { printedSchema } from '../server/schema.ts';

/** Prints the schema, sorted, into schema/schema.graphql; with --check fails where that file is not what it prints. */
const file = new URL('../schema/schema.graphql', import.meta.url);
const printed = printedSchema();

if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
} else if (readFileSync(file, 'utf8') !== printed) {
  process.stderr.write(
    'schema/schema.graphql is not the schema of the code: run `npm run schema`, look at the difference\n',
  );
  process.exit(1);
}
