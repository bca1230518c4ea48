/** How far a view, or an answer, is: the seq in its log, and over which connection it came (counted from 1, 0: none yet). */
export interface Reached {
  seq: number;
  connection: number;
}

/**
 * Whether a view has what was answered. Seqs of two connections cannot be compared: the server may have come back with
 * another log, a restored backup. But once a later connection has brought all that its log holds, what was answered
 * before is in it, or in no log any more.
 */
export const includes = (view: Reached, answer: Reached): boolean =>
  view.connection > answer.connection || (view.connection === answer.connection && view.seq >= answer.seq);
