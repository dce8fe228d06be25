import {
  getOperationAST,
  getVariableValues,
  Kind,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** What an executor hands to the compiler; throws where the document or its variables are not valid. */
export function operationOf(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>) {
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`Not valid: ${errors.map((error) => error.message).join('; ')}`);
  const operation: OperationDefinitionNode = getOperationAST(document)!;
  const fragments: Record<string, FragmentDefinitionNode> = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const { coerced, errors: invalid } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw new Error(`Variables: ${invalid.map((error) => error.message).join('; ')}`);
  return { operation, fragments, coerced };
}
