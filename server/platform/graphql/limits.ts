import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '../errors.ts';
import { refusal } from './request-errors.ts';

/** What one document may ask; each above its limit is refused before validation. */
export interface Limits {
  /** UTF-8 bytes of the document's text. */
  bytes: number;
  tokens: number;
  /** Fields inside fields, through fragments; lists and objects inside argument values. */
  depth: number;
  /** The same below `__schema` and `__type`, whose standard query is deeper than any of data. */
  introspectionDepth: number;
  /** In all of the document's text. */
  aliases: number;
  /** An alias becomes a column's name in PostgreSQL, which cuts at 63 bytes. */
  aliasLength: number;
  /** Definitions: comparing them with each other takes validation quadratic time. */
  fragments: number;
  /** Per selection set, for the same reason. */
  selections: number;
  mutationFields: number;
  /** Cost points, see cost.ts. */
  cost: number;
}

export const defaultLimits: Readonly<Limits> = {
  bytes: 256 * 1024,
  tokens: 5000,
  depth: 12,
  introspectionDepth: 20,
  aliases: 30,
  aliasLength: 60,
  fragments: 50,
  selections: 200,
  mutationFields: 5,
  cost: 5000,
};

const messageKeys = {
  bytes: 'cost.bytes',
  tokens: 'cost.tokens',
  depth: 'cost.depth',
  aliases: 'cost.aliases',
  fragments: 'cost.fragments',
  selections: 'cost.selections',
  mutationFields: 'cost.mutationFields',
  cost: 'cost.points',
};

/** COST_EXCEEDED with `extensions {limit, requested, allowed}` and HTTP status 400. */
export function tooMuch(limit: keyof typeof messageKeys, requested: number, allowed: number): GraphQLError {
  const numbers = { requested, allowed };
  const extensions = { limit, ...numbers };
  return refusal(new AppError('COST_EXCEEDED', { messageKey: messageKeys[limit], params: numbers, extensions }));
}

/**
 * A document's text within all limits but the cost, parsed. Throws a GraphQLError: COST_EXCEEDED, BAD_INPUT for an
 * alias, graphql-js' own for wrong syntax.
 */
export function parseWithin(text: string, limits: Limits): DocumentNode {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.bytes) throw tooMuch('bytes', bytes, limits.bytes);
  const document = parseText(text, limits);
  checkDocument(document, limits);
  return document;
}

function parseText(text: string, limits: Limits): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    // Parser and validation recurse into nested values: the stack ends before the tokens do.
    if (error instanceof RangeError) throw tooMuch('depth', limits.tokens, limits.depth);
    if (error instanceof GraphQLError && error.message.includes('tokens. Parsing aborted')) {
      throw tooMuch('tokens', limits.tokens + 1, limits.tokens);
    }
    throw error;
  }
}

/** Throws where a parsed document is beyond a limit; linear in the document's size. */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  const shape = new DocumentShape(document);
  if (shape.fragments.size > limits.fragments) throw tooMuch('fragments', shape.fragments.size, limits.fragments);
  checkText(document, limits);
  for (const operation of shape.operations) {
    const depth = shape.depthOf(operation.selectionSet);
    if (depth > limits.depth) throw tooMuch('depth', depth, limits.depth);
    if (operation.operation !== 'mutation') continue;
    const fields = shape.rootFieldsOf(operation.selectionSet);
    if (fields > limits.mutationFields) throw tooMuch('mutationFields', fields, limits.mutationFields);
  }
  if (shape.introspectionDepth > limits.introspectionDepth) {
    throw tooMuch('depth', shape.introspectionDepth, limits.introspectionDepth);
  }
}

function checkText(document: DocumentNode, limits: Limits): void {
  let aliases = 0;
  let nesting = 0;
  const value = {
    enter: () => {
      nesting += 1;
      if (nesting > limits.depth) throw tooMuch('depth', nesting, limits.depth);
    },
    leave: () => {
      nesting -= 1;
    },
  };
  visit(document, {
    ListValue: value,
    ObjectValue: value,
    SelectionSet: ({ selections }) => {
      if (selections.length > limits.selections) throw tooMuch('selections', selections.length, limits.selections);
    },
    Field: ({ alias }) => {
      if (!alias) return;
      aliases += 1;
      if (alias.value.length > limits.aliasLength || alias.value === '__proto__') throw badAlias(limits.aliasLength);
    },
  });
  if (aliases > limits.aliases) throw tooMuch('aliases', aliases, limits.aliases);
}

const badAlias = (max: number): GraphQLError =>
  refusal(new AppError('BAD_INPUT', { messageKey: 'document.alias', params: { max } }));

/** Each fragment is measured once, so that fragments spreading each other twice do not double the work. */
class DocumentShape {
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  readonly operations: OperationDefinitionNode[] = [];
  introspectionDepth = 0;
  private readonly depths = new Map<string, number>();
  private readonly rootFields = new Map<string, number>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) this.operations.push(definition);
    }
  }

  depthOf(set: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of set.selections) deepest = Math.max(deepest, this.depthOfSelection(selection));
    return deepest;
  }

  rootFieldsOf(set: SelectionSetNode): number {
    let count = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) count += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += this.rootFieldsOf(selection.selectionSet);
      else count += this.once(this.rootFields, selection.name.value, (inner) => this.rootFieldsOf(inner));
    }
    return count;
  }

  private depthOfSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return this.once(this.depths, selection.name.value, (inner) => this.depthOf(inner));
    }
    const below = selection.selectionSet ? this.depthOf(selection.selectionSet) : 0;
    if (selection.kind === Kind.INLINE_FRAGMENT) return below;
    if (selection.name.value !== '__schema' && selection.name.value !== '__type') return below + 1;
    this.introspectionDepth = Math.max(this.introspectionDepth, below + 1);
    return 1;
  }

  /** 0 for a fragment inside itself or without a definition: validation refuses both. */
  private once(known: Map<string, number>, name: string, measure: (set: SelectionSetNode) => number): number {
    const value = known.get(name);
    if (value !== undefined) return value;
    known.set(name, 0);
    const fragment = this.fragments.get(name);
    const measured = fragment ? measure(fragment.selectionSet) : 0;
    known.set(name, measured);
    return measured;
  }
}
