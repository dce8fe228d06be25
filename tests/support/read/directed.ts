import type { Argument, Piece } from './generate.ts';
import type { Step } from './planned.ts';

export const typename: Piece = { kind: 'typename', alias: null, directive: null };

export const select = (name: string, below: Piece[], args: Record<string, Argument> = {}): Piece => ({
  kind: 'field',
  name,
  alias: null,
  args,
  directive: null,
  below,
});

/** The way to an object, with `below` selected there, along pages of so many rows. */
export const along = (path: readonly Step[], below: Piece[], rows = 100): Piece[] =>
  path.toReversed().reduce<Piece[]>((inner, { field, on, isList }) => {
    const narrowed: Piece[] = on === null ? inner : [typename, { kind: 'inline', on, directive: null, below: inner }];
    return [select(field, narrowed, isList ? { first: { as: 'literal', value: rows } } : {})];
  }, below);
