import {
  Kind,
  visit,
  type ASTNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import { bindArguments, signatureOf, valuesOf } from './bind.ts';
import { compileSkeleton, type CompiledRead, type Patches } from './compile.ts';
import type { Compute, ReadEnvironment, Shape } from './plan.ts';
import type { BoundStatement } from '../db/batch.ts';
import { buildSkeleton, Unplanned, type Skeleton } from './selection.ts';
import type { Binding } from './sql.ts';

/** A selection to read: of a whole operation, or of one field's payload. */
export interface ReadRequest {
  /** The node whose identity stands for the selection: cached with the parsed document. */
  node: ASTNode;
  shape: Shape;
  sets: readonly SelectionSetNode[];
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  viewer: Viewer;
  /** Rows and values that code has already decided, by name. */
  given?: Record<string, string | null>;
  /** Also names the concrete type of every object of an interface, as `$t`: for an executor over the rows. */
  typed?: boolean;
}

export interface PreparedRead {
  statement: BoundStatement;
  compiled: CompiledRead;
  environment: ReadEnvironment;
}

export type RunStatement = (viewer: Viewer, statement: BoundStatement) => Promise<string | null>;

/** The response, either as SQL wrote it or with the values that code adds. */
export type ReadResult = { text: string } | { value: Record<string, unknown> };

export const valueOf = (result: ReadResult): Record<string, unknown> =>
  'text' in result ? (JSON.parse(result.text) as Record<string, unknown>) : result.value;

/** What is known of one selection of one operation. */
interface Known extends Pick<ReadRequest, 'node' | 'shape' | 'typed'> {
  conditions: readonly string[];
  /** By the values of the conditions. */
  skeletons: Map<string, Skeleton | null>;
  /** By the values of the conditions and the signature of the arguments. */
  compiled: Map<string, CompiledRead>;
}

const maxVariants = 64;
const maxSelections = 64;

/** Compiles selections once per document and argument shape, runs them as one statement each. */
export class Reader {
  private readonly schema: GraphQLSchema;
  private readonly run: RunStatement;
  private readonly shared: Omit<ReadEnvironment, 'viewer'>;
  // By operation, not by node: two operations of a document may share a fragment and select different things beside it.
  private readonly cache = new WeakMap<OperationDefinitionNode, Known[]>();

  constructor(schema: GraphQLSchema, run: RunStatement, shared: Omit<ReadEnvironment, 'viewer'>) {
    this.schema = schema;
    this.run = run;
    this.shared = shared;
  }

  /** null where the selection has a field without a plan. */
  async read(request: ReadRequest): Promise<ReadResult | null> {
    const prepared = this.prepare(request);
    return prepared && this.finish(prepared, await this.run(request.viewer, prepared.statement));
  }

  async readValue(request: ReadRequest): Promise<Record<string, unknown>> {
    const result = await this.read(request);
    if (!result) throw new Unplanned(request.shape.typeName);
    return valueOf(result);
  }

  /** The statement of a read that somebody else runs; `finish` makes the result of what it yields. */
  prepare(request: ReadRequest): PreparedRead | null {
    const { variables, viewer } = request;
    const known = this.known(request);
    const conditions = known.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const skeleton = at(known.skeletons, conditions, () => this.skeleton(request));
    if (!skeleton) return null;
    const environment: ReadEnvironment = { viewer, ...this.shared };
    const clauses = bindArguments(skeleton, variables, environment);
    const compile = (): CompiledRead => compileSkeleton(skeleton, clauses, request.typed ?? false);
    const compiled = at(known.compiled, `${conditions}/${signatureOf(clauses)}`, compile);
    const binding: Binding = {
      organizationId: viewer.organizationId,
      actorId: viewer.actorId,
      values: valuesOf(clauses),
      given: request.given ?? {},
      cursorSalt: this.shared.cursorSalt,
    };
    const values = compiled.params.map((param) => param.read(binding));
    return { statement: { text: compiled.text, values, isSearch: compiled.isSearch }, compiled, environment };
  }

  finish({ compiled: { patches, computes }, environment }: PreparedRead, text: string | null): ReadResult {
    if (text === null) throw new Error('A read yielded no row');
    if (!patches) return { text };
    const value = JSON.parse(text) as Record<string, unknown>;
    patch(value, patches, computes, environment);
    return { value };
  }

  /** Statements kept for an operation: for tests of their bound. */
  variantsOf(operation: OperationDefinitionNode): number {
    return (this.cache.get(operation) ?? []).reduce((sum, known) => sum + known.compiled.size, 0);
  }

  private known({ node, shape, typed = false, operation, fragments }: ReadRequest): Known {
    let selections = this.cache.get(operation);
    if (!selections) this.cache.set(operation, (selections = []));
    let known = selections.find((one) => one.node === node && one.shape === shape && one.typed === typed);
    if (!known) {
      const conditions = conditionVariables(operation, fragments);
      known = { node, shape, typed, conditions, skeletons: new Map(), compiled: new Map() };
      if (selections.length >= maxSelections) selections.length = 0;
      selections.push(known);
    }
    return known;
  }

  private skeleton({ fragments, variables, shape, sets }: ReadRequest): Skeleton | null {
    try {
      return buildSkeleton({ schema: this.schema, fragments, variables }, shape, sets);
    } catch (error) {
      if (error instanceof Unplanned) return null;
      throw error;
    }
  }
}

/** The value of a key, made where it is missing; a Map is emptied when it is full. */
function at<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (cache.size >= maxVariants) cache.clear();
  cache.set(key, made);
  return made;
}

/** Names of the variables that decide what is selected. */
function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
): string[] {
  const found = new Set<string>();
  for (const root of [operation, ...Object.values(fragments)]) {
    visit(root, {
      Directive(node) {
        for (const argument of node.arguments ?? []) {
          if (argument.value.kind === Kind.VARIABLE) found.add(argument.value.name.value);
        }
      },
    });
  }
  return [...found];
}

/** Puts the values that code makes where the statement left what they need. */
function patch(value: unknown, patches: Patches, computes: readonly Compute[], environment: ReadEnvironment): void {
  if (Array.isArray(value)) {
    for (const item of value) patch(item, patches, computes, environment);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const object = value as Record<string, unknown>;
  for (const [key, below] of patches) {
    const cell = Object.hasOwn(object, key) ? object[key] : null;
    if (below !== true) patch(cell, below, computes, environment);
    else if (isComputedCell(cell)) object[key] = computes[cell.$c]!(cell, environment) ?? null;
  }
}

/** Strings of users are never objects, so that nothing they write can pass for a cell. */
const isComputedCell = (cell: unknown): cell is { $c: number } =>
  typeof cell === 'object' && cell !== null && '$c' in cell;
