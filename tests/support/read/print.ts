import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Argument, Directive, Piece, Value } from './generate.ts';

export interface Operation {
  source: string;
  variables: Record<string, unknown>;
  /** Others for the same document: conditions turned round, optional values given or left out. */
  otherwise?: Record<string, unknown>;
}

/** The viewer's cursor of a place in a list. */
export type CursorAt = (list: string, place: number) => string;

/** Names the pieces so that the operation is valid: one response key always stands for one field, its arguments and type. */
export function printOperation(schema: GraphQLSchema, pieces: readonly Piece[], cursorAt: CursorAt): Operation {
  return new Printer(schema, cursorAt).operation(pieces);
}

class Printer {
  private readonly keys = new Map<string, string>();
  private readonly declared: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private readonly otherwise: Record<string, unknown> = {};
  private readonly fragments: { name: string; on: string; text: string }[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly cursorAt: CursorAt,
  ) {}

  operation(pieces: readonly Piece[]): Operation {
    const set = this.set(this.schema.getQueryType()!, pieces);
    const variables = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    const fragments = this.fragments.map(({ name, on, text }) => `\nfragment ${name} on ${on} ${text}`);
    return {
      source: `query ${variables} ${set}${fragments.join('')}`,
      variables: this.variables,
      otherwise: this.otherwise,
    };
  }

  private set(type: GraphQLCompositeType, pieces: readonly Piece[]): string {
    const texts = pieces.map((piece) => this.piece(type, piece)).filter((text) => text !== null);
    return `{ ${texts.length > 0 ? texts.join(' ') : '__typename'} }`;
  }

  private piece(type: GraphQLCompositeType, piece: Piece): string | null {
    const again = piece.kind === 'again' ? this.again(type, piece.pick) : null;
    if (piece.kind === 'again' && again === null) return null;
    const directive = piece.directive ? ` ${this.directive(piece.directive)}` : '';
    switch (piece.kind) {
      case 'typename':
        return `${this.key('__typename', piece.alias, 'String!')}${directive}`;
      case 'field':
        return this.field(type as GraphQLObjectType | GraphQLInterfaceType, piece, directive);
      case 'inline':
        return `...${piece.on ? ` on ${piece.on}` : ''}${directive} ${this.set(piece.on ? this.type(piece.on) : type, piece.below)}`;
      case 'fragment': {
        const text = this.set(this.type(piece.on), piece.below);
        const name = `F${this.fragments.length}`;
        this.fragments.push({ name, on: piece.on, text });
        return `...${name}${directive}`;
      }
      case 'again':
        return `...${again}${directive}`;
    }
  }

  private again(type: GraphQLCompositeType, pick: number): string | null {
    const fitting = this.fragments.filter(({ on }) => doTypesOverlap(this.schema, type, this.type(on)));
    return fitting[pick % fitting.length]?.name ?? null;
  }

  private field(
    type: GraphQLObjectType | GraphQLInterfaceType,
    piece: Extract<Piece, { kind: 'field' }>,
    directive: string,
  ): string {
    const definition = type.getFields()[piece.name]!;
    const args = definition.args.flatMap(({ name, type: argumentType }) => {
      const argument = piece.args[name];
      return argument ? [`${name}: ${this.argument(argument, String(argumentType))}`] : [];
    });
    const call = args.length > 0 ? `(${args.join(', ')})` : '';
    const below =
      piece.below.length > 0
        ? ` ${this.set(this.type(String(definition.type).replaceAll(/[[\]!]/g, '')), piece.below)}`
        : '';
    return `${this.key(piece.name, piece.alias, String(definition.type), call)}${call}${directive}${below}`;
  }

  /** The response key: the wanted alias where it is free or stands for the same, else one that does. */
  private key(name: string, alias: string | null, result: string, call = ''): string {
    const meaning = `${name}${call}: ${result}`;
    for (let attempt = alias ?? name, i = 0; ; i += 1, attempt = `${name.replace('__', '')}_${i}`) {
      const taken = this.keys.get(attempt);
      if (taken !== undefined && taken !== meaning) continue;
      this.keys.set(attempt, meaning);
      return attempt === name ? name : `${attempt}: ${name}`;
    }
  }

  private argument({ as, value, other = value }: Argument, type: string): string {
    const plain = this.resolve(value);
    if (as === 'literal') return literalOf(plain);
    const otherwise = valueOf(this.resolve(other));
    if (as === 'default') return this.variable(type, { fallback: literalOf(plain), otherwise });
    if (as === 'absent') return this.variable(type, { otherwise });
    // Given at one time, left out at the other.
    return this.variable(type, { value: valueOf(plain), ...(otherwise !== null && { otherwise }) });
  }

  private variable(type: string, values: { value?: unknown; otherwise?: unknown; fallback?: string }): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}${values.fallback === undefined ? '' : ` = ${values.fallback}`}`);
    if ('value' in values) this.variables[name] = values.value;
    if ('otherwise' in values) this.otherwise[name] = values.otherwise;
    return `$${name}`;
  }

  private directive({ name, value, as }: Directive): string {
    const otherwise = !value;
    const condition =
      as === 'literal'
        ? String(value)
        : this.variable('Boolean!', as === 'variable' ? { value, otherwise } : { fallback: String(value), otherwise });
    return `@${name}(if: ${condition})`;
  }

  private resolve(value: Value): Value {
    if (value === null || typeof value !== 'object') return value;
    if ('cursorOf' in value) return this.cursorAt(value.cursorOf, value.place);
    if ('list' in value) return { list: value.list.map((item) => this.resolve(item)) };
    if ('object' in value)
      return {
        object: Object.fromEntries(Object.entries(value.object).map(([name, item]) => [name, this.resolve(item)])),
      };
    return value;
  }

  private type(name: string): GraphQLCompositeType {
    return this.schema.getType(name) as GraphQLCompositeType;
  }
}

function literalOf(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if ('enum' in value) return value.enum;
  if ('list' in value) return `[${value.list.map(literalOf).join(', ')}]`;
  if ('object' in value)
    return `{ ${Object.entries(value.object)
      .map(([name, item]) => `${name}: ${literalOf(item)}`)
      .join(', ')} }`;
  return JSON.stringify(value.cursorOf);
}

function valueOf(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('enum' in value) return value.enum;
  if ('list' in value) return value.list.map(valueOf);
  if ('object' in value)
    return Object.fromEntries(Object.entries(value.object).map(([name, item]) => [name, valueOf(item)]));
  return value.cursorOf;
}
