import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import type { Session } from './session.ts';

/** An entity's columns, without what its class can do. */
export type RowOf<T> = {
  [K in keyof T as K extends string ? (T[K] extends (...args: never[]) => unknown ? never : K) : never]: T[K];
};

export type Insert = <T extends object>(entity: new (...args: never[]) => T, row: RowOf<T>) => void;

interface Table {
  text: string;
  properties: readonly string[];
}

const tables = new WeakMap<EntityMetadata, Table>();

/** Inserts rows as their entity describes them, without a unit of work: nothing is kept to be compared later. */
export const insertOf =
  (orm: MikroORM, session: Session): Insert =>
  (entity, row) => {
    const { text, properties } = tableOf(orm.getMetadata().get(entity as never));
    const values = row as Record<string, unknown>;
    session.send(
      text,
      properties.map((name) => values[name]),
    );
  };

function tableOf(metadata: EntityMetadata): Table {
  const known = tables.get(metadata);
  if (known) return known;
  const columns = metadata.props.filter((property) => property.persist !== false);
  const names = columns.map((property) => `"${property.fieldNames[0]}"`);
  const text = `insert into "${metadata.tableName}" (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
  const table = { text, properties: columns.map((property) => property.name) };
  tables.set(metadata, table);
  return table;
}
