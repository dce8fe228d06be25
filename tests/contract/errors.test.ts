import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { GraphQLEnumType } from 'graphql';
import * as sdk from '../../client-sdk/src/index.ts';
import { errorTable } from '../../server/platform/errors.ts';
import { createSchema } from '../../server/schema.ts';

const codes = Object.keys(errorTable);

it('the enum ErrorCode is the table of errors', () => {
  const values = (createSchema().getType('ErrorCode') as GraphQLEnumType).getValues();
  expect(values.map((value) => [value.name, value.description])).toEqual(
    Object.entries(errorTable).map(([code, { meaning }]) => [code, meaning]),
  );
});

it('the README lists the same codes with the same meanings', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm)]
    .map(([, code, meaning]) => [code, meaning])
    .filter(([code]) => codes.includes(code!));
  expect(rows).toEqual(Object.entries(errorTable).map(([code, { meaning }]) => [code, meaning.replaceAll('`', '`')]));
});

it('the SDK has a class for each', () => {
  expect(Object.keys(sdk.errorClasses).toSorted()).toEqual(codes.toSorted());
});
