import { Kind, TokenKind, type ASTNode } from 'graphql';

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_L, TokenKind.BRACKET_L, TokenKind.BRACE_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_R, TokenKind.BRACKET_R, TokenKind.BRACE_R]);

/**
 * Where a value stands in the arguments that a document writes out, as in `filter.types`: read from its tokens backwards,
 * since a node does not know its parent.
 */
export function argumentPath(node: ASTNode | undefined): string | undefined {
  const names: string[] = [];
  let depth = 0;
  // A field of an input object is named itself: what stands before it are its neighbours.
  let isNamed = node?.kind === Kind.OBJECT_FIELD;
  for (let token = node?.loc?.startToken.prev; token; token = token.prev) {
    const { kind, prev } = token;
    if (closing.has(kind)) depth += 1;
    else if (opening.has(kind) && depth > 0) depth -= 1;
    else if (kind === TokenKind.PAREN_L) break;
    else if (kind === TokenKind.BRACE_L) isNamed = false;
    else if (kind === TokenKind.COLON && depth === 0 && !isNamed) {
      isNamed = true;
      names.unshift(prev?.value ?? '');
    }
  }
  return names.length > 0 ? names.join('.').slice(0, 200) : undefined;
}
