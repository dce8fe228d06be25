import { expect } from '@jest/globals';

/** A page of any connection, asked for with all of its parts. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export const pageOf = (fields: string): string =>
  `edges { cursor node { ${fields} } } nodes { ${fields} }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/** All pages to the last, each checked to be the same through edges and nodes and to say where it stands. */
export async function allPages<T>(first: number, read: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, nodes, pageInfo }: Page<T> = await read(after);
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(pageInfo).toMatchObject({
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    });
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    expect(nodes).toHaveLength(first);
    after = pageInfo.endCursor;
  }
}
