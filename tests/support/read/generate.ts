import * as fc from 'fast-check';
import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A piece of an operation before its names are given. */
export type Piece =
  | { kind: 'typename'; alias: string | null; directive: Directive | null }
  | {
      kind: 'field';
      name: string;
      alias: string | null;
      args: Record<string, Argument>;
      directive: Directive | null;
      below: Piece[];
    }
  | { kind: 'inline'; on: string | null; directive: Directive | null; below: Piece[] }
  | { kind: 'fragment'; on: string; directive: Directive | null; below: Piece[] }
  /** A fragment that the document has already, where one fits. */
  | { kind: 'again'; pick: number; directive: Directive | null };

export interface Directive {
  name: 'include' | 'skip';
  value: boolean;
  as: 'literal' | 'variable' | 'default';
}

/** `absent` leaves a variable without a value: its default counts, else that of the argument. */
export interface Argument {
  as: 'literal' | 'variable' | 'default' | 'absent';
  value: Value;
  /** For the same document at another time. */
  other?: Value;
}

export type Value =
  | null
  | boolean
  | number
  | string
  | { enum: string }
  /** The cursor of a row of that list, as the viewer gets it; counted from its start. */
  | { cursorOf: string; place: number }
  | { list: Value[] }
  | { object: Record<string, Value> };

/** Values that exist, by what an argument of that name stands for. */
export interface Pools {
  ids: Record<'area' | 'org' | 'issue' | 'matter' | 'any', string[]>;
  codes: Record<string, string[]>;
  topicCodes: string[];
  eventTypes: string[];
}

const idsBehind: Record<string, keyof Pools['ids']> = {
  id: 'any',
  subjectId: 'issue',
  ids: 'any',
  areaId: 'area',
  areaIds: 'area',
  organizationIds: 'org',
  leadIds: 'org',
  participantIds: 'org',
  issueIds: 'issue',
  matterIds: 'matter',
};
const words = ['ngap', 'Đường', 'thanh sen', '18073', 'C:\\temp', '%_', '👩', '"hỏng"', 'nguyễn công trứ', 'ha tinh'];
const days = ['2025-06-30', '2025-07-01', '2026-10-05', '2026-10-20', '2026-11-24', '1900-01-01'];
/** Names that the statement might use itself, that JavaScript objects have, and of the longest kind allowed. */
const aliases = [
  'o',
  'c',
  'e',
  'i',
  'n',
  'p',
  'r',
  'k',
  'rn',
  'j0',
  't',
  't1',
  't2',
  'q',
  'v',
  'more',
  'keys',
  'total',
  'id',
  'name',
  'code',
  'owner',
  'nodes',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '_',
  'select',
  'USER',
  'Id',
  `a${'b'.repeat(59)}`,
];

const optional = <T>(arbitrary: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 100 - weight, arbitrary: fc.constant(null) }, { weight, arbitrary });

type Tie = (key: string) => fc.Arbitrary<Piece[]>;

/** What can be selected of the query's root, from the schema alone; `depth` counts objects, not the parts of a connection. */
export function selections(
  schema: GraphQLSchema,
  options: { pools: Pools; unplanned: readonly string[]; depth: number },
): fc.Arbitrary<Piece[]> {
  const types = typesBelow(schema, schema.getQueryType()!);
  const made = fc.letrec<Record<string, Piece[]>>((tie) => {
    const builder = new Selections(schema, { ...options, types }, tie);
    return Object.fromEntries(
      types.flatMap((type) =>
        Array.from({ length: options.depth + 1 }, (_, depth) => [keyOf(type.name, depth), builder.of(type, depth)]),
      ),
    );
  });
  return made[keyOf(schema.getQueryType()!.name, options.depth)]!;
}

function typesBelow(schema: GraphQLSchema, root: GraphQLCompositeType): GraphQLCompositeType[] {
  const found = new Set<GraphQLCompositeType>([root]);
  for (const type of found) {
    const results = 'getFields' in type ? Object.values(type.getFields()).map((field) => getNamedType(field.type)) : [];
    const kin = isAbstractType(type) ? schema.getPossibleTypes(type) : type.getInterfaces();
    for (const other of [...results, ...kin]) if (isCompositeType(other)) found.add(other);
  }
  return [...found];
}

const keyOf = (typeName: string, depth: number): string => `${typeName} ${Math.max(0, depth)}`;

class Selections {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: { pools: Pools; unplanned: readonly string[]; types: readonly GraphQLCompositeType[] },
    private readonly tie: Tie,
  ) {}

  of(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Piece[]> {
    return fc.array(this.piece(type, depth), { minLength: 1, maxLength: isPart(type.name) ? 3 : 4, size: 'max' });
  }

  private piece(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Piece> {
    const fields =
      'getFields' in type
        ? Object.values(type.getFields()).filter(
            (field) => !this.options.unplanned.includes(`${type.name}.${field.name}`),
          )
        : [];
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const others = fields.filter((field) => !leaves.includes(field));
    const choices: fc.WeightedArbitrary<Piece>[] = [{ weight: 1, arbitrary: this.typename() }];
    if (leaves.length > 0)
      choices.push({ weight: 5, arbitrary: fc.oneof(...leaves.map((field) => this.field(type, field, depth))) });
    if (depth > 0 && others.length > 0) {
      choices.push({
        weight: isPart(type.name) || leaves.length === 0 || type.name === 'Query' ? 9 : 3,
        arbitrary: fc.oneof(...others.map((field) => this.field(type, field, depth))),
      });
    }
    if (depth > 0)
      choices.push(
        { weight: isAbstractType(type) ? 6 : 1, arbitrary: this.fragment(type, depth) },
        { weight: 1, arbitrary: this.again() },
      );
    return fc.oneof(...choices);
  }

  private typename(): fc.Arbitrary<Piece> {
    return fc.record({ kind: fc.constant('typename' as const), alias: alias(), directive: directive() });
  }

  private field(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Piece> {
    const result = getNamedType(field.type);
    const below = isLeafType(result)
      ? fc.constant<Piece[]>([])
      : this.tie(keyOf(result.name, isPart(result.name) || isPart(type.name) ? depth : depth - 1));
    const args = fc.record(
      Object.fromEntries(field.args.map((argument) => [argument.name, this.argument(type.name, field.name, argument)])),
    );
    return fc
      .record({
        kind: fc.constant('field' as const),
        name: fc.constant(field.name),
        alias: alias(),
        args,
        directive: directive(),
        below,
      })
      .map(({ args, ...rest }) => ({
        ...rest,
        args: Object.fromEntries(
          Object.entries(args).filter((entry): entry is [string, Argument] => entry[1] !== null),
        ),
      }));
  }

  private fragment(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Piece> {
    const types = this.options.types.filter((other) => doTypesOverlap(this.schema, type, other));
    const on = fc.constantFrom(...types.map((other) => other.name));
    const named = on.chain((name) =>
      fc.record({
        kind: fc.constant('fragment' as const),
        on: fc.constant(name),
        directive: directive(),
        below: this.tie(keyOf(name, depth)),
      }),
    );
    const inline = on.chain((name) =>
      fc.record({
        kind: fc.constant('inline' as const),
        on: name === type.name ? fc.constantFrom(null, name) : fc.constant<string | null>(name),
        directive: directive(),
        below: this.tie(keyOf(name, depth)),
      }),
    );
    return fc.oneof<fc.Arbitrary<Piece>[]>(named, inline);
  }

  private again(): fc.Arbitrary<Piece> {
    return fc.record({ kind: fc.constant('again' as const), pick: fc.nat(20), directive: directive() });
  }

  private argument(typeName: string, fieldName: string, argument: GraphQLArgument): fc.Arbitrary<Argument | null> {
    const value = this.value(argument.type, argument.name, `${typeName}.${fieldName}`);
    const needed = isNonNullType(argument.type);
    const as = fc.constantFrom<Argument['as']>(
      'literal',
      'variable',
      'default',
      ...(needed ? [] : (['absent'] as const)),
    );
    const given = fc.record({ as, value, other: value });
    return needed ? given : optional(given, argument.name === 'after' ? 30 : 60);
  }

  private value(type: GraphQLInputType, name: string, where: string): fc.Arbitrary<Value> {
    if (isNonNullType(type)) return this.present(type.ofType, name, where);
    return fc.oneof(
      { weight: 9, arbitrary: this.present(type, name, where) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  }

  private present(type: GraphQLInputType, name: string, where: string): fc.Arbitrary<Value> {
    if (isListType(type)) {
      const item = this.value(type.ofType, name, where);
      return fc.oneof(
        { weight: 8, arbitrary: fc.array(item, { maxLength: 3 }).map((list) => ({ list })) },
        { weight: 1, arbitrary: item.filter((one) => one !== null) },
      );
    }
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => ({ enum: value.name })));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const values = fields.map((field) =>
        this.value(field.type, field.name, where).map((value) => [field.name, value]),
      );
      // More conditions at once would leave nothing.
      const some = fc.shuffledSubarray(values, { maxLength: 3 }).chain((chosen) => fc.tuple(...chosen));
      return some.map((chosen) => ({ object: Object.fromEntries(chosen) as Record<string, Value> }));
    }
    switch (getNamedType(type).name) {
      case 'Boolean':
        return fc.boolean();
      case 'Int':
        return fc.constantFrom(1, 2, 3, 4, 20, 100);
      case 'DateTime':
        return fc.constantFrom(...days.map((day) => `${day}T05:00:00.000Z`));
      case 'Date':
        return fc.constantFrom(...days);
      case 'ID':
        return fc.constantFrom(...this.options.pools.ids[known(idsBehind[name], `an id argument ${name}`)]);
      default:
        return this.text(name, where);
    }
  }

  private text(name: string, where: string): fc.Arbitrary<Value> {
    switch (name) {
      case 'after':
        return fc.nat(400).map((place) => ({ cursorOf: where, place }));
      case 'query':
        return fc.constantFrom(...words);
      case 'code':
        return fc.constantFrom(...known(this.options.pools.codes[where], `codes of ${where}`), 'none');
      case 'topicCodes':
        return fc.constantFrom(...this.options.pools.topicCodes, 'NONE');
      case 'types':
        return fc.constantFrom(...this.options.pools.eventTypes, 'none');
      default:
        throw new Error(`No values are known for ${where}(${name}:)`);
    }
  }
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`No values are known for ${what}`);
  return value;
}

const isPart = (typeName: string): boolean => /(Connection|Edge)$/.test(typeName);

const alias = (): fc.Arbitrary<string | null> => optional(fc.constantFrom(...aliases), 25);

const directive = (): fc.Arbitrary<Directive | null> =>
  optional(
    fc.record({
      name: fc.constantFrom<Directive['name']>('include', 'skip'),
      value: fc.boolean(),
      as: fc.constantFrom<Directive['as']>('literal', 'variable', 'default'),
    }),
    12,
  );
