/** Between the bench and the process that holds the sockets. Times are of the machine's monotonic clock, in ms. */
export interface FanoutOrder {
  url: string;
  tokens: string[];
  sockets: number;
  /** The document that each socket subscribes with; null: the bare floor, which takes the token alone. */
  query: string | null;
  /** Of the sockets, so many stop reading once they are open. */
  stalled: number;
}

export type ToClients = { open: FanoutOrder } | { report: true } | { close: true };

export interface FanoutReport {
  deliveries: number;
  /** By the mark in a title: when it was received by whom, as [mark, ms][] in one list. */
  received: [number, number][];
  lastAt: number;
}

export type FromClients = { opened: number } | { reported: FanoutReport };

export const monotonicMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

/** What the titles of issues made for this carry, followed by a number. */
export const mark = 'Phát sóng số ';
