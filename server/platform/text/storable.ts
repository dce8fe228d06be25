import { badInput } from '../errors.ts';

/**
 * BAD_INPUT for a text that PostgreSQL refuses late and without a name, wherever in an argument's value it stands:
 * text.nul, text.surrogate. `path` names the value; it is empty for an object of arguments.
 */
export function refuseUnstorable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw badInput(path, 'text.nul');
    if (!value.isWellFormed()) throw badInput(path, 'text.surrogate');
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      // A list of single values is named as a whole.
      const isNamed = !Array.isArray(value) || (typeof inner === 'object' && inner !== null);
      refuseUnstorable(inner, isNamed ? (path ? `${path}.${name}` : name) : path);
    }
  }
}
