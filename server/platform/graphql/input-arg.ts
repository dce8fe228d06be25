import { Arg, type ClassType } from 'type-graphql';

/** The one argument of a mutation. */
export const InputArg = (type: () => ClassType): ReturnType<typeof Arg> =>
  Arg('input', type, { description: 'What to do, in one object.' });
