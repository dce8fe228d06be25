import { readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { futureMembers } from './scripts/sdk-future.ts';

const schema = 'schema/schema.graphql';

/**
 * Writes the generated part of the SDK from the printed schema and the curated operations, and from nothing else.
 * `npm run codegen` writes, `npm run codegen:check` fails where the committed files differ.
 */
const config: CodegenConfig = {
  schema: [schema, futureMembers(readFileSync(schema, 'utf8'))],
  documents: 'schema/operations/*.graphql',
  generates: {
    'client-sdk/src/generated/types.ts': {
      plugins: ['typescript-operations'],
      config: {
        scalars: { ID: 'string', DateTime: 'string', Date: 'string', UUID: 'string' },
        strictScalars: true,
        // Enums may grow: a reader of one must have a branch for what it does not know.
        futureProofEnums: true,
        arrayInputCoercion: false,
        skipTypename: true,
        inlineFragmentTypes: 'combine',
      },
    },
    'client-sdk/src/generated/errors.ts': { plugins: ['./scripts/sdk-errors.ts'] },
    'client-sdk/src/generated/operations.ts': { plugins: ['./scripts/sdk-operations.ts'] },
    'client-sdk/src/generated/methods.ts': { plugins: ['./scripts/sdk-methods.ts'] },
  },
};

export default config;
