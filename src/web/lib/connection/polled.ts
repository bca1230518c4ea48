import { Line } from './line.ts';

const every = 1_000;

/** A line for what has no stream of its own: asks for it each second while the page can be seen. */
export class Polled<V> extends Line<V> {
  constructor(
    private readonly url: string,
    private readonly ask: typeof fetch = (...args) => fetch(...args),
  ) {
    super();
  }

  protected override async session(up: () => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (globalThis.document?.visibilityState !== 'hidden') {
        const answer = await this.ask(this.url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5 * every)]) });
        if (!answer.ok) throw new Error(`${answer.status}`);
        const value = (await answer.json()) as V;
        up();
        this.heard(value);
      }
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  }
}
