import type { Heartbeat } from '../api/index.ts';

/** By which way the picture comes: a stream that the server speaks in by itself, or plain requests, one each second. */
export type Way = 'stream' | 'requests';

/** One line to the server, from its beginning until it is given up; what it says after that is not listened to. */
export interface Line {
  readonly way: Way;
  /** Counted from 1 over all lines of a connection: what a later one has brought is newer. See `includes`. */
  number: number;
  /** It has brought something. */
  spoken: boolean;
  over: boolean;
}

/** What the server says, over either way: exactly one of these parts. One that this page does not know is left out. */
export interface Message<V, U = unknown> {
  view?: V;
  update?: U;
  beat?: Heartbeat;
}
