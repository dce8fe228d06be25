import { Kind, visit, type ASTNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import { bindArguments, signatureOf, valuesOf } from './bind.ts';
import { compileSkeleton, type CompiledRead, type Patches } from './compile.ts';
import type { Compute, ReadEnvironment, Shape } from './plan.ts';
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

export type RunStatement = (viewer: Viewer, text: string, values: unknown[]) => Promise<string | null>;

/** The response, either as SQL wrote it or with the values that code adds. */
export type ReadResult = { text: string } | { value: Record<string, unknown> };

interface Cached {
  conditions: readonly string[];
  skeletons: Map<string, { skeleton: Skeleton | null; compiled: Map<string, CompiledRead> }>;
}

const maxVariants = 64;

/** Compiles selections once per document and argument shape, runs them as one statement each. */
export class Reader {
  private readonly schema: GraphQLSchema;
  private readonly run: RunStatement;
  private readonly shared: Omit<ReadEnvironment, 'viewer'>;
  private readonly cache = new WeakMap<ASTNode, Cached>();

  constructor(schema: GraphQLSchema, run: RunStatement, shared: Omit<ReadEnvironment, 'viewer'>) {
    this.schema = schema;
    this.run = run;
    this.shared = shared;
  }

  /** null where the selection has a field without a plan. */
  async read(request: ReadRequest): Promise<ReadResult | null> {
    const { variables, viewer } = request;
    const variant = this.variant(request);
    if (!variant.skeleton) return null;
    const environment: ReadEnvironment = { viewer, ...this.shared };
    const clauses = bindArguments(variant.skeleton, variables, environment);
    const signature = signatureOf(clauses);
    let compiled = variant.compiled.get(signature);
    if (!compiled) {
      compiled = compileSkeleton(variant.skeleton, clauses, request.typed ?? false);
      if (variant.compiled.size >= maxVariants) variant.compiled.clear();
      variant.compiled.set(signature, compiled);
    }
    const binding: Binding = {
      organizationId: viewer.organizationId,
      actorId: viewer.actorId,
      values: valuesOf(clauses),
      given: request.given ?? {},
      cursorSalt: this.shared.cursorSalt,
    };
    const text = await this.run(viewer, compiled.text, compiled.params.map((param) => param.read(binding)));
    if (text === null) throw new Error('A read yielded no row');
    if (!compiled.patches) return { text };
    const value = JSON.parse(text) as Record<string, unknown>;
    patch(value, compiled.patches, compiled.computes, environment);
    return { value };
  }

  async readValue(request: ReadRequest): Promise<Record<string, unknown>> {
    const result = await this.read(request);
    if (!result) throw new Unplanned(request.shape.typeName);
    return 'text' in result ? (JSON.parse(result.text) as Record<string, unknown>) : result.value;
  }

  private variant(request: ReadRequest): { skeleton: Skeleton | null; compiled: Map<string, CompiledRead> } {
    const { node, operation, fragments, variables, shape, sets } = request;
    let cached = this.cache.get(node);
    if (!cached) {
      cached = { conditions: conditionVariables(operation, fragments), skeletons: new Map() };
      this.cache.set(node, cached);
    }
    const key = cached.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    let variant = cached.skeletons.get(key);
    if (!variant) {
      variant = { skeleton: this.skeleton({ fragments, variables }, shape, sets), compiled: new Map() };
      if (cached.skeletons.size >= maxVariants) cached.skeletons.clear();
      cached.skeletons.set(key, variant);
    }
    return variant;
  }

  private skeleton(source: Pick<ReadRequest, 'fragments' | 'variables'>, shape: Shape, sets: ReadRequest['sets']): Skeleton | null {
    try {
      return buildSkeleton({ schema: this.schema, ...source }, shape, sets);
    } catch (error) {
      if (error instanceof Unplanned) return null;
      throw error;
    }
  }
}

/** Names of the variables that decide what is selected. */
function conditionVariables(operation: OperationDefinitionNode, fragments: Record<string, FragmentDefinitionNode>): string[] {
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
  for (const [key, below] of Object.entries(patches)) {
    const cell = object[key];
    if (below !== true) patch(cell, below, computes, environment);
    else if (isComputedCell(cell)) object[key] = computes[cell.$c]!(cell, environment);
  }
}

/** Strings of users are never objects, so that nothing they write can pass for a cell. */
const isComputedCell = (cell: unknown): cell is { $c: number } =>
  typeof cell === 'object' && cell !== null && '$c' in cell;
