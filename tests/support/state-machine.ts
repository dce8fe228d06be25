import { holds, type Action } from '../../server/platform/auth/policy.ts';
import type { TestApp } from './app.ts';

/** What an act answers: it goes through, is not this body's, is not possible now, or there is nothing to see. */
export type Outcome = 'OK' | 'FORBIDDEN' | 'INVALID_STATE' | 'NOT_FOUND';

type Role = 'OFFICER' | 'COORDINATOR' | 'LEADER';
const roles: Role[] = ['OFFICER', 'COORDINATOR', 'LEADER'];

export interface Machine<Subject> {
  app: TestApp;
  /** Codes of bodies, in the order of the outcomes. */
  bodies: readonly string[];
  /** How something comes to stand so. */
  states: Record<string, () => Promise<Subject>>;
  /** By name: the mutation and its input. */
  acts: Record<string, { mutation: Action; input: (subject: Subject) => object }>;
  /** By state and act: the outcome for each body, in a role that reaches the act. */
  table: Record<string, Record<string, readonly Outcome[]>>;
}

interface Step {
  state: string;
  act: string;
  body: string;
  role: Role;
  expected: Outcome;
}

/** Every state × every act × every body × every role; told are the steps that went otherwise than the table says. */
export async function surprisesOf<Subject>(machine: Machine<Subject>): Promise<string[]> {
  const surprises: string[] = [];
  for (const [state, make] of Object.entries(machine.states)) {
    const shared = await make();
    for (const step of stepsOf(machine, state)) {
      const subject = step.expected === 'OK' ? await make() : shared;
      const outcome = await attempt(machine, step, subject);
      if (outcome !== step.expected)
        surprises.push(`${state} ${step.act} by ${step.role} of ${step.body}: ${outcome} instead of ${step.expected}`);
    }
  }
  return surprises;
}

function stepsOf<Subject>({ bodies, acts, table }: Machine<Subject>, state: string): Step[] {
  return Object.entries(acts).flatMap(([act, { mutation }]) =>
    bodies.flatMap((body, i) =>
      roles.map((role): Step => {
        const reaches = holds({ roles: new Set([role]) } as never, mutation);
        return { state, act, body, role, expected: reaches ? table[state]![act]![i]! : 'FORBIDDEN' };
      }),
    ),
  );
}

async function attempt<Subject>(
  { app, acts }: Machine<Subject>,
  { act, body, role }: Step,
  subject: Subject,
): Promise<string> {
  const { mutation, input } = acts[act]!;
  const actor = await app.actor(role, body);
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { position } }`;
  const { errors } = await actor.send(document, { input: input(subject) });
  return errors[0]?.extensions.code ?? 'OK';
}
