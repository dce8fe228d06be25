import { setTimeout as delay } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import { untilSettled } from '../log.ts';
import type { Row } from './facts.ts';
import type { Oracle } from './oracle.ts';
import type { Loss, Output, Play } from './play.ts';
import { bodyNames, type Body } from './world.ts';

/** A message of a stream, and the last step that can have shaped it. */
interface Delivery {
  text: string;
  event: Row | null;
  at: number;
  step: number;
}

interface Stream {
  body: Body;
  deliveries: Delivery[];
}

/** Every body listens to everything of every event for as long as the play goes on. */
export class Audience {
  readonly streams: Stream[] = [];
  readonly failures: string[] = [];
  private readonly clients: Client[] = [];
  private readonly play: Play;

  private constructor(play: Play) {
    this.play = play;
  }

  static async open(play: Play): Promise<Audience> {
    const audience = new Audience(play);
    const { bodies, selections } = play.world;
    const documents = selections.streams({ depth: 1, first: 3 });
    await Promise.all(bodyNames.flatMap((name) => documents.map((query) => audience.listen(bodies[name], query))));
    return audience;
  }

  private async listen(body: Body, query: string): Promise<void> {
    // Where nothing has happened yet: whenever the stream is opened, it tells of all that does.
    const { unfollow } = await body.app.ask<{ unfollow: { position: string } }>(
      'mutation ($subjectId: ID!) { unfollow(input: { subjectId: $subjectId }) { position } }',
      { subjectId: this.play.world.areaId },
    );
    const client = createClient({
      url: body.app.url.replace('http', 'ws'),
      connectionParams: { Authorization: `Bearer ${body.app.token}` },
      lazy: false,
      retryAttempts: 0,
    });
    this.clients.push(client);
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));
    const stream: Stream = { body, deliveries: [] };
    this.streams.push(stream);
    client.subscribe<{ events: { event: Row | null } }>(
      { query, variables: { after: unfollow.position } },
      {
        next: (result) => {
          if (result.errors) this.failures.push(`${body.name}: ${JSON.stringify(result.errors)}`);
          const event = result.data?.events.event ?? null;
          stream.deliveries.push({
            text: JSON.stringify(result),
            event,
            at: performance.now(),
            step: this.play.lastPossibleStep,
          });
        },
        error: (error) => this.failures.push(`${body.name}: ${JSON.stringify(error)}`),
        complete: () => undefined,
      },
    );
  }

  /** Until no running transaction, of whatever test, holds the log back, and then nothing has come for half a second. */
  async settle(): Promise<void> {
    await untilSettled(this.play.world.owner);
    const count = (): number => this.streams.reduce((sum, { deliveries }) => sum + deliveries.length, 0);
    for (let before = -1; before !== count(); await delay(500)) before = count();
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map(async (client) => client.dispose()));
  }
}

/**
 * What the streams have shown, each message between the moments that it may tell of: from the last loss that the stream
 * has announced, since content is read after the events before it, up to the step in which it came.
 */
export function shownBy(play: Play, { streams }: Audience): Output[] {
  return streams.flatMap(({ body, deliveries }) => {
    let from = 0;
    return deliveries.map(({ text, event, step }) => {
      if (event?.['type'] === 'access.revoked') from = Math.max(from, lossTold(play, body, event, step)?.step ?? 0);
      return { body, what: `the stream (${String(event?.['type'])})`, text, from, to: Math.min(step, play.step) };
    });
  });
}

/** The latest loss of the body that an announcement can be of. */
function lossTold({ losses }: Play, body: Body, event: Row, step: number): Loss | undefined {
  return losses.findLast(
    (loss) => loss.organization === body.id && loss.step <= step && String(event['subjectId']).endsWith(loss.subject),
  );
}

/** Losses that a stream of the losing body did not tell within so many ms, and announcements of no loss. */
export function untoldLosses(play: Play, { streams }: Audience, withinMs: number): string[] {
  return streams.flatMap(({ body, deliveries }) => {
    const told = deliveries.filter(({ event }) => event?.['type'] === 'access.revoked');
    const own = play.losses.filter((loss) => loss.organization === body.id);
    const late = own.filter(
      (loss) =>
        !told.some(
          ({ event, at, step }) =>
            String(event!['subjectId']).endsWith(loss.subject) && step >= loss.step && at - loss.at <= withinMs,
        ),
    );
    const empty = told.filter(({ event, step }) => !lossTold(play, body, event!, step));
    return [
      ...late.map((loss) => `${body.name} was not told of the loss of ${loss.subject} in step ${loss.step}`),
      ...empty.map(({ event }) => `${body.name} was told of the loss of ${String(event!['subjectId'])}, which it kept`),
    ];
  });
}

/** Events that a body could know from their step to the end and that none of its streams brought. */
export function undelivered(play: Play, { streams }: Audience): string[] {
  const firsts = firstSteps(play);
  return streams.flatMap(({ body, deliveries }) => {
    const came = new Set(deliveries.map(({ event }) => String(event?.['id'])));
    const isDue = (event: Row): boolean => {
      if (came.has(`event_${String(event['uid'])}`)) return false;
      const since = play.moments.slice(firsts.get(String(event['uid'])));
      return since.every((moment) => moment.knowsEvent(body.id, event));
    };
    return play.now
      .rows('event')
      .filter(isDue)
      .map((event) => `${body.name}: ${String(event['type'])} ${String(event['uid'])}`);
  });
}

/** Deliveries about an issue that its reader got without its words. */
export function emptyDeliveries(play: Play, { streams }: Audience): string[] {
  const firsts = firstSteps(play);
  return streams.flatMap(({ body, deliveries }) =>
    deliveries.flatMap(({ event, step }) => {
      const known = event && play.now.rows('event').find((row) => `event_${String(row['uid'])}` === event['id']);
      if (known?.['scope'] !== 'ISSUE') return [];
      const moments = play.moments.slice(firsts.get(String(known['uid'])), step + 1);
      if (!moments.every((moment) => moment.reads(body.id, known['issue_id']))) return [];
      const description = (event!['issue'] as Row | null)?.['description'];
      const isThen = (moment: Oracle): boolean => moment.issue(known['issue_id'])!['description'] === description;
      return moments.some(isThen) ? [] : [`${body.name}: ${String(event!['type'])} with ${String(description)}`];
    }),
  );
}

function firstSteps({ moments }: Play): Map<string, number> {
  const steps = new Map<string, number>();
  for (const [step, moment] of moments.entries()) {
    for (const event of moment.rows('event'))
      if (!steps.has(String(event['uid']))) steps.set(String(event['uid']), step);
  }
  return steps;
}
