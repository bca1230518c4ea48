import { deviceClocks } from './freshness.ts';
import { ProblemError } from './http.ts';
import type { Line } from './line.ts';
import { nth, openLimits } from './limits.ts';

/** Milliseconds from the beginning of one question to that of the next. */
const interval = 1_000;

/** What becomes of the answers. */
export interface Asker {
  /** Where to ask; looked at before each question, because it carries the place that the reader is at. */
  url(): string;
  answered(messages: unknown[], line: Line): void;
  /** @param error a ProblemError if the server has answered with one */
  failed(error: unknown, line: Line): void;
}

/**
 * Asks for what is new with a plain GET, each second, one after the other: it goes through any proxy, and to any server. It
 * begins at once and ends when it is stopped.
 */
export class PlainRequests {
  /** The newest question was answered with messages: commands may go the same way. */
  serves = false;
  /** How many questions in a row nobody has answered, not even with a problem. */
  unanswered = 0;
  /** Somebody has answered before. */
  #answered = false;
  #stop = new AbortController();

  constructor(
    readonly line: Line,
    private readonly asker: Asker,
    firstLimit?: number,
  ) {
    void this.#run(firstLimit);
  }

  /** One question without an answer may be an accident, two are none. */
  get connected(): boolean {
    return this.#answered && this.unanswered < 2;
  }

  stop(): void {
    this.line.over = true;
    this.#stop.abort();
  }

  async #run(firstLimit?: number): Promise<void> {
    const { signal } = this.#stop;
    for (let first = true; !signal.aborted; first = false) {
      const begun = deviceClocks.steady();
      let wait = interval;
      try {
        const limit = first && firstLimit ? firstLimit : nth(openLimits, this.unanswered);
        const messages = await request<unknown[]>(this.asker.url(), {}, limit, signal);
        if (signal.aborted) return;
        if (!Array.isArray(messages)) throw new TypeError('That was not the server.');
        this.#count(true);
        this.serves = true;
        this.asker.answered(messages, this.line);
      } catch (error) {
        if (signal.aborted) return;
        this.#count(error instanceof ProblemError && error.problem.code !== undefined);
        this.serves = false;
        if (error instanceof ProblemError) wait = Math.max(wait, error.retryAfter);
        this.asker.failed(error, this.line);
      }
      await pause(begun + wait - deviceClocks.steady(), signal);
    }
  }

  #count(answered: boolean): void {
    this.unanswered = answered ? 0 : this.unanswered + 1;
    this.#answered ||= answered;
  }
}

/**
 * @param limit milliseconds after which no answer is waited for any more
 * @throws ProblemError for whatever is no 200; another error if nobody has answered
 */
export async function request<T>(url: string, how: RequestInit, limit: number, signal?: AbortSignal): Promise<T> {
  const end = new AbortController();
  const abort = () => end.abort();
  signal?.addEventListener('abort', abort);
  const timer = setTimeout(abort, limit);
  try {
    const answer = await fetch(url, { cache: 'no-store', ...how, signal: end.signal });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text) as T;
    const problem = text.startsWith('{') ? JSON.parse(text) : {};
    throw new ProblemError({ ...problem, status: answer.status }, Number(answer.headers.get('retry-after')) * 1_000 || 0);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Ends early when the signal does, and leaves nothing on it: one lives as long as its page. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, milliseconds));
    signal.addEventListener('abort', end);
  });
