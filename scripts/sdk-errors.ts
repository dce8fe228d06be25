import { isEnumType, type GraphQLSchema } from 'graphql';

/** Codegen plugin: a class for each value of the enum `ErrorCode`. Throws where the schema has none. */
export function plugin(schema: GraphQLSchema): string {
  const type = schema.getType('ErrorCode');
  if (!isEnumType(type)) throw new Error('The schema has no enum ErrorCode');
  const codes = type.getValues().map(({ name, description }) => ({ name, description, className: classNameOf(name) }));
  return [
    `import { LienThongError } from '../base/error.ts';\n`,
    ...codes.map(
      ({ name, description, className }) =>
        `${description ? `/** ${description} */\n` : ''}export class ${className} extends LienThongError {\n  protected static override readonly named = '${className}';\n  declare readonly code: '${name}';\n}\n`,
    ),
    '/** The class of each code. */',
    'export const errorClasses = {',
    ...codes.map(({ name, className }) => `  ${name}: ${className},`),
    '} as const;\n',
    '/** Every code that this version knows; the server may gain others. */',
    'export type ErrorCode = keyof typeof errorClasses;\n',
  ].join('\n');
}

/** NOT_FOUND → NotFoundError */
const classNameOf = (code: string): string =>
  `${code.toLowerCase().replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Error`;
