import type { Trouble } from '../api/index.ts';
import type { ConnectionState } from './freshness.ts';
import type { Way } from './line.ts';

/** What a screen sees of its connection: the newest view, and how fresh it is. */
export interface ConnectionSnapshot<V> {
  view: V | null;
  state: ConnectionState;
  /** By which way it comes: where no stream gets through, by plain requests, and the view may be a second behind. */
  way: Way;
  /** Whole seconds since anything came from the server; 0 while live. */
  age: number;
  /** The server's time, epoch milliseconds; moves on with each tick. Show every clock by it. */
  now: number;
  /** Which line, counted from 1, has brought all that there was; 0: none yet, the view is from before. See `includes`. */
  connection: number;
  /** What kept the server from storing commands at its last heartbeat; it tells those who give commands. */
  trouble?: Trouble;
  /** By how many seconds the clock of our server is ahead of the show's, or behind it, if that is worth a word. All times are the show's. */
  clockApart?: number;
  /** The code with which the server turned us away, as "not_allowed"; undefined otherwise. It is asked again all the same. */
  refused?: string;
  /** The code with which the server said that it cannot serve us just now, as "ledger_silent"; what is there stays. */
  unavailable?: string;
}
