import { ProblemError } from './http.ts';

/** The server's code for why it has not done it, over either way: the hub tells its own errors apart from failures of the line by a word. */
export const hubCode = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.code : /HubException: (\w+)$/.exec(String((error as Error).message))?.[1];

/** What the server cannot do now and will again: nobody is turned away by it. */
const notNow = new Set(['ledger_silent', 'access_unavailable', 'not_ready', 'too_many_visitors', 'journal_unavailable']);

/** Why there is nothing: turned away, or not just now. */
export interface TurnedAway {
  refused?: string;
  unavailable?: string;
}

export const turnedAwayBy = (code: string | undefined): TurnedAway =>
  code !== undefined && notNow.has(code) ? { unavailable: code } : { refused: code };

/** What the hub says to a page that speaks another language than it does. */
const notUnderstood = /HubException: (unknown_method|bad_arguments)$/;

/**
 * Whether this page is from before an upgrade, and cannot go on with the server that there is now: the hub does not know what
 * it asks for, or a path that it needs is gone. What our server does not have it says by a code.
 */
export const cannotGoOn = (error: unknown): boolean =>
  error instanceof ProblemError
    ? error.problem.status === 404 && error.problem.code === undefined
    : notUnderstood.test(String((error as Error).message));
