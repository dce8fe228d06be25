import { setTimeout as delay } from 'node:timers/promises';
import type { Client, EventDelivery, EventFilter } from '../client-sdk/src/index.ts';
import { check, hear, Unexpected } from './narrate.ts';

type Event = NonNullable<EventDelivery['event']>;

const patienceMs = 10_000;
const silenceMs = 500;

/** Somebody who listens live. Events about other objects than `ids` are printed and otherwise left alone. */
export class Watch {
  readonly #listener: string;
  readonly #ids: ReadonlySet<string>;
  readonly #stream: AsyncIterableIterator<EventDelivery>;
  readonly #heard: Event[] = [];
  #checked = 0;
  #failure: unknown;

  constructor(
    listener: string,
    client: Client,
    { ids, ...options }: { ids: ReadonlySet<string>; after: string; filter: EventFilter },
  ) {
    this.#listener = listener;
    this.#ids = ids;
    this.#stream = client.events(options);
    this.#listen().catch((error: unknown) => (this.#failure = error));
  }

  async #listen(): Promise<void> {
    for await (const { event } of this.#stream) {
      if (!event) continue;
      this.#heard.push(event);
      hear(
        `${this.#listener} hears ${event.type} · ${event.organization.code} · ${event.issue?.title ?? event.matter?.title ?? '—'}`,
      );
    }
  }

  #ours(): Event[] {
    return this.#heard.filter((event) =>
      [event.subjectId, event.issue?.id, event.matter?.id].some((id) => id && this.#ids.has(id)),
    );
  }

  /** The next events must be of exactly these types, in this order. */
  async expect(...types: string[]): Promise<void> {
    const deadline = performance.now() + patienceMs;
    const wanted = this.#checked + types.length;
    while (this.#ours().length < wanted && performance.now() < deadline) {
      if (this.#failure) throw new Unexpected(`${this.#listener} no longer hears anything`, { cause: this.#failure });
      await delay(20);
    }
    const next = this.#ours().slice(this.#checked, wanted);
    this.#checked = wanted;
    check(
      `${this.#listener} has heard ${types.join(', ')}`,
      next.map(({ type }) => type),
      types,
    );
  }

  /** Nothing else was heard; then the stream is closed. */
  async end(): Promise<void> {
    await delay(silenceMs);
    await this.#stream.return!();
    check(
      `${this.#listener} has heard nothing else`,
      this.#ours()
        .slice(this.#checked)
        .map(({ type }) => type),
      [],
    );
  }
}
