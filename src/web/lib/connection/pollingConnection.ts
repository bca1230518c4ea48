import { ServerConnection } from './serverConnection.ts';

const interval = 1_000;

/** A connection for what has no stream of its own: asks for it each second while the page can be seen. */
export class PollingConnection<V> extends ServerConnection<V> {
  constructor(
    private readonly url: string,
    private readonly ask: typeof fetch = (...args) => fetch(...args),
  ) {
    super();
  }

  protected override async session(onOpen: () => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (globalThis.document?.visibilityState !== 'hidden') {
        const answer = await this.ask(this.url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5 * interval)]) });
        if (!answer.ok) throw new Error(`${answer.status}`);
        const value = (await answer.json()) as V;
        onOpen();
        this.received(value);
      }
      await new Promise<void>((resolve) => {
        setTimeout(resolve, interval);
        signal.addEventListener('abort', () => resolve());
      });
    }
  }
}
