import { hash } from 'node:crypto';
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { badInput } from '../errors.ts';
import { createBudget, type Budget, type Charge, type Payer } from './budget.ts';
import { assertCostWorks, createCostOf } from './cost.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import { defaultLimits, parseWithin, tooMuch, type Limits } from './limits.ts';
import { refuseClosedFields } from './open-fields.ts';
import { coerceVariables, refusal, requestError, type Variables } from './request-errors.ts';

export interface OperationsOptions {
  schema: GraphQLSchema;
  introspection: boolean;
  limits?: Partial<Limits>;
  budget?: Budget;
  store?: DocumentStore;
}

/** What a client sends, over HTTP or WebSocket. */
interface OperationRequest extends Payer {
  query: string;
  operationName?: string | null | undefined;
  variables?: Variables | null | undefined;
}

interface PreparedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  charge: Charge;
}

/** One way in for every operation, whatever it came over: limits, validation, sign-in, cost, budget. */
export interface Operations {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly store: DocumentStore;
  /** Besides the specification's. */
  readonly validationRules: ValidationRule[];
  /** The limits that need no validation. Throws a GraphQLError; wrong syntax passes, parsing reports it. */
  checkText(query: string): void;
  /** Sign-in, cost and budget of a validated operation. Throws a GraphQLError; invalid variables pass at the price of 1. */
  admit(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    request: Omit<OperationRequest, 'query'>,
  ): Promise<Charge>;
  /** Everything from the text on, as HTTP does it through Apollo Server. */
  prepareOperation(request: OperationRequest): Promise<PreparedOperation | { errors: readonly GraphQLError[] }>;
}

export const maxValidationErrors = 10;

/** Throws where query costs do not work, see {@link assertCostWorks}. */
export function createOperations(options: OperationsOptions): Operations {
  const { schema, introspection, budget = createBudget(), store = createDocumentStore() } = options;
  assertCostWorks(schema);
  const limits = { ...defaultLimits, ...options.limits };
  const validationRules = introspection ? [] : [NoSchemaIntrospectionCustomRule];
  const admit = createAdmission({ schema, budget, limits });
  const load = createLoader({ schema, store, limits, rules: [...specifiedRules, ...validationRules] });
  return {
    schema,
    limits,
    store,
    validationRules,
    admit,
    checkText: (query) => {
      if (store.find(hash('sha256', query))) return;
      try {
        parseWithin(query, limits);
      } catch (error) {
        if (!isSyntaxError(error)) throw error;
      }
    },
    prepareOperation: async (request) => {
      try {
        const document = load(request.query);
        if ('errors' in document) return document;
        const operation = getOperationAST(document, request.operationName);
        if (!operation) throw refusal(badInput('operationName', 'document.operation'));
        return { document, operation, charge: await admit(document, operation, request) };
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [error] };
        throw error;
      }
    },
  };
}

function createAdmission(parts: { schema: GraphQLSchema; budget: Budget; limits: Limits }): Operations['admit'] {
  const { schema, budget, limits } = parts;
  const costOf = createCostOf(schema);
  return async (document, operation, { viewer, address, variables }) => {
    refuseClosedFields(document, operation, viewer);
    const cost = costOf(document, operation, variables ?? {});
    if ('points' in cost) {
      const charge = await budget({ viewer, address }, Math.min(cost.points, limits.cost));
      if (cost.points > limits.cost) throw tooMuch('cost', cost.points, limits.cost);
      return charge;
    }
    // Execution refuses invalid variables as a whole; after an invalid argument the other fields would run uncharged.
    if ('coerced' in coerceVariables(schema, operation, variables ?? {})) throw refusal(requestError(cost.invalid));
    return budget({ viewer, address }, 1);
  };
}

type Loader = (query: string) => DocumentNode | { errors: readonly GraphQLError[] };

function createLoader(parts: {
  schema: GraphQLSchema;
  store: DocumentStore;
  limits: Limits;
  rules: ValidationRule[];
}): Loader {
  const { schema, store, limits, rules } = parts;
  return (query) => {
    const key = hash('sha256', query);
    const known = store.find(key);
    if (known) return known;
    const document = parseWithin(query, limits);
    const errors = validate(schema, document, rules, { maxErrors: maxValidationErrors, hideSuggestions: true });
    if (errors.length > 0) return { errors };
    store.keep(key, document);
    return document;
  };
}

const isSyntaxError = (error: unknown): boolean =>
  error instanceof GraphQLError && error.message.startsWith('Syntax Error');
