import type { DocumentNode } from 'graphql';

/** Validated documents by the SHA-256 of their text (hexadecimal), in the form that Apollo Server reads and fills. */
export interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
  /** The same without waiting. */
  find(hash: string): DocumentNode | undefined;
  keep(hash: string, document: DocumentNode): void;
}

export interface StoreBounds {
  /** Documents. */
  count: number;
  /** Characters of all texts together; what a parsed document takes is a multiple. */
  characters: number;
}

const hashLength = 64;

/** The least recently used go first. Shared by HTTP and WebSocket, so that what is cached per document is, too. */
export function createDocumentStore(
  { count, characters }: StoreBounds = { count: 1000, characters: 2_000_000 },
): DocumentStore {
  const documents = new Map<string, DocumentNode>();
  let held = 0;

  const remove = (hash: string): boolean => {
    const document = documents.get(hash);
    if (!document) return false;
    held -= sizeOf(document);
    return documents.delete(hash);
  };
  const find = (hash: string): DocumentNode | undefined => {
    const document = documents.get(hash);
    if (document) {
      documents.delete(hash);
      documents.set(hash, document);
    }
    return document;
  };
  const keep = (hash: string, document: DocumentNode): void => {
    const size = sizeOf(document);
    if (size > characters) return;
    remove(hash);
    documents.set(hash, document);
    held += size;
    for (const oldest of documents.keys()) {
      if (documents.size <= count && held <= characters) return;
      remove(oldest);
    }
  };
  // Apollo Server puts the schema's hash before the document's: here a store has one schema.
  const hashOf = (key: string): string => key.slice(-hashLength);
  return {
    find,
    keep,
    get: async (key) => find(hashOf(key)),
    set: async (key, document) => keep(hashOf(key), document),
    delete: async (key) => remove(hashOf(key)),
  };
}

const sizeOf = (document: DocumentNode): number => document.loc?.source.body.length ?? 0;
