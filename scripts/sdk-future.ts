import { Kind, parse, print } from 'graphql';

/**
 * For each interface of a schema one more member, e.g. `UnknownEvent`: the server may gain members, and a reader of the
 * generated types must have a branch for what it does not know.
 */
export function futureMembers(sdl: string): string {
  const members = parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const { name, fields } = definition;
    const member = { kind: Kind.NAME, value: `Unknown${name.value}` } as const;
    const interfaces = [{ kind: Kind.NAMED_TYPE, name }] as const;
    return [print({ kind: Kind.OBJECT_TYPE_DEFINITION, name: member, interfaces, fields })];
  });
  return members.join('\n');
}
