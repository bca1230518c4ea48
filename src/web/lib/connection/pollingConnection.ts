import type { Line } from './line.ts';
import { pause } from './plainRequests.ts';
import { ServerConnection } from './serverConnection.ts';

/** Milliseconds after which an answer is not waited for any more. */
const patience = 5_000;

/** A connection for what has no stream of its own: asks for it again and again while the page can be seen. */
export class PollingConnection<V> extends ServerConnection<V> {
  /** @param interval milliseconds from an answer to the next question */
  constructor(
    private readonly url: string,
    private readonly ask: typeof fetch = (...args) => fetch(...args),
    private readonly interval = 1_000,
  ) {
    super();
  }

  protected override async session(line: Line, onOpen: () => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (globalThis.document?.visibilityState !== 'hidden') {
        const answer = await this.ask(this.url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
        if (!answer.ok) throw new Error(`${answer.status}`);
        const value = (await answer.json()) as V;
        onOpen();
        this.received(line, value);
      }
      await pause(this.interval, signal);
    }
  }
}
