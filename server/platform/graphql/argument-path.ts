import { Kind, TokenKind, type ASTNode, type Token } from 'graphql';

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_L, TokenKind.BRACKET_L, TokenKind.BRACE_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_R, TokenKind.BRACKET_R, TokenKind.BRACE_R]);

/**
 * Where a value stands in the arguments that a document writes out, as in `filter.types`: read from its tokens backwards,
 * since a node does not know its parent.
 */
export function argumentPath(node: ASTNode | undefined): string | undefined {
  const names: string[] = [];
  // A field of an input object is named itself: what stands before it are its neighbours.
  let isNamed = node?.kind === Kind.OBJECT_FIELD;
  for (const { kind, prev } of outward(node?.loc?.startToken.prev)) {
    if (kind === TokenKind.BRACE_L) isNamed = false;
    if (kind !== TokenKind.COLON || isNamed) continue;
    isNamed = true;
    names.unshift(prev?.value ?? '');
  }
  return names.length > 0 ? names.join('.').slice(0, 200) : undefined;
}

/** From a token back to where its arguments begin, without what stands in brackets beside it. */
function* outward(from: Token | null | undefined): Generator<Token> {
  let depth = 0;
  for (let token = from; token; token = token.prev) {
    if (closing.has(token.kind)) depth += 1;
    else if (depth === 0 && token.kind === TokenKind.PAREN_L) return;
    else if (depth === 0) yield token;
    else if (opening.has(token.kind)) depth -= 1;
  }
}
