import type { Answer } from '../actor.ts';
import { marksIn } from './canary.ts';
import { readSources, type Row } from './facts.ts';
import { marksOf } from './marks.ts';
import { Oracle } from './oracle.ts';
import type { Body, World } from './world.ts';

type Input = Record<string, unknown>;

/** Something a body was shown, and between which moments it was made. */
export interface Output {
  body: Body;
  what: string;
  text: string;
  /** What it sent itself, which it may get back. */
  sent?: string;
  from: number;
  to: number;
}

/** What a body has lost by one step, and when that step was committed. */
export interface Loss {
  step: number;
  organization: string;
  subject: string;
  at: number;
}

/** What no app may do. */
export const leadersActs = new Set([
  'matterAnswer',
  'matterClose',
  'answerPublish',
  'commitmentSettle',
  'assignmentMake',
]);

/** Acts of bodies one after the other; after each of them the oracle is asked anew. */
export class Play {
  readonly world: World;
  /** By step; the first one before anything has happened. */
  readonly moments: Oracle[] = [];
  readonly outputs: Output[] = [];
  readonly losses: Loss[] = [];
  /** How often each mutation went through, and how often it was refused. */
  readonly done = new Map<string, { through: number; refused: number }>();
  /** What comes now may be of the step under way already. */
  lastPossibleStep = 0;

  private constructor(world: World) {
    this.world = world;
  }

  static async begin(world: World): Promise<Play> {
    const play = new Play(world);
    play.moments.push(new Oracle(await readSources(world.owner), world.members));
    return play;
  }

  get step(): number {
    return this.moments.length - 1;
  }

  get now(): Oracle {
    return this.moments.at(-1)!;
  }

  /** What the tables hold now, without an act. */
  async look(): Promise<Oracle> {
    return new Oracle(await readSources(this.world.owner), this.world.members, this.now);
  }

  /** The act is expected to go through; yields the payload. */
  async act(body: Body, mutation: string, input: Input, subject?: string): Promise<Record<string, Row>> {
    const answer = await this.attempt(body, mutation, input, subject);
    if (answer.errors.length > 0)
      throw new Error(`${body.name} ${mutation} ${JSON.stringify(input)}: ${JSON.stringify(answer.errors)}`);
    return answer.data![mutation]!;
  }

  /** The act may be refused. Some are the leader's, all else is done by the app. */
  async attempt(
    body: Body,
    mutation: string,
    input: Input,
    subject = 'Issue',
  ): Promise<Answer<Record<string, Record<string, Row>>>> {
    this.lastPossibleStep = this.step + 1;
    const actor = leadersActs.has(mutation) ? body.leader : body.app;
    const answer = await actor.send<Record<string, Record<string, Row>>>(
      this.world.selections.mutation(mutation, subject),
      { input },
    );
    const at = performance.now();
    const before = this.now;
    this.moments.push(await this.look());
    this.note(before, at);
    const { step } = this;
    const { data, errors } = answer;
    this.outputs.push({
      body,
      what: `${mutation} of ${body.name}`,
      text: JSON.stringify({ data, errors: withoutRequestIds(errors) }),
      sent: JSON.stringify(input),
      from: step,
      to: step,
    });
    const count = this.done.get(mutation) ?? { through: 0, refused: 0 };
    this.done.set(mutation, count);
    if (errors.length === 0) count.through += 1;
    else count.refused += 1;
    return answer;
  }

  private note(before: Oracle, at: number): void {
    for (const organization of this.world.members.organizations) {
      for (const subject of this.now.lostSince(before, organization))
        this.losses.push({ step: this.step, organization, subject, at });
    }
  }
}

/** Ids of requests are new every time and of nothing that is stored. */
export const withoutRequestIds = (errors: Answer<unknown>['errors']): unknown[] =>
  errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId: null } }));

/** Marks of a text that the body may not meet, at any moment between `from` and `to`. */
function foreignMarks(play: Play, { body, text, sent = '', from, to }: Output): string[] {
  const moments = play.moments.slice(from, to + 1);
  const own = marksIn(sent);
  return [...marksIn(text).difference(own)].filter(
    (mark) => !moments.some((moment) => marksOf(moment, body.id).may.has(mark)),
  );
}

/** The foreign marks of all outputs, each told with where it belongs. */
export function leaksOf(play: Play, outputs: readonly Output[]): string[] {
  return outputs.flatMap((output) =>
    foreignMarks(play, output).map(
      (mark) => `${output.what} shows ${output.body.name} ${mark} (${placesOf(play, mark)})`,
    ),
  );
}

/** Where a mark stands in the tables, at any moment. */
export function placesOf(play: Play, mark: string): string {
  for (const moment of play.moments.toReversed()) {
    const places = Object.entries(moment.tables).flatMap(([table, rows]) =>
      rows.flatMap((row) =>
        Object.keys(row)
          .filter((column) => String(row[column]).includes(mark))
          .map((column) => `${table}.${column}`),
      ),
    );
    if (places.length > 0) return [...new Set(places)].join(', ');
  }
  return 'in no table';
}
