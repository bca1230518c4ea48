import type { Heartbeat, PublicView } from '../api/index.ts';
import { streamSilence } from './limits.ts';
import type { Line, Message } from './line.ts';
import { placeOf } from './merge.ts';
import { ServerConnection } from './serverConnection.ts';

/**
 * A viewer's connection: the public view over server-sent events, or by plain requests. The view always comes whole, so there is
 * nothing to merge and nothing to catch up. While nobody looks it lets its stream go: a browser has six lines to one host over
 * HTTP/1.1, and may have more tabs.
 */
export class EventStreamConnection extends ServerConnection<PublicView> {
  /** The page is looked at again, and no view has come since: what it has may be of whenever, so all is asked for. */
  #anew = false;

  /** @param receivedAt when the first view came with the page; null: not known, it may have lain in the browser */
  constructor(
    private readonly url: string,
    first: PublicView | null = null,
    receivedAt: number | null = null,
    private readonly open: (url: string) => EventSource = (url) => new EventSource(url),
  ) {
    super(first, receivedAt, true);
  }

  /** What is opened anew cannot say by its header where the one before it ended. */
  #at(path: string): string {
    return this.view && !this.#anew ? `${this.url}/${path}?after=${placeOf(this.view)}` : `${this.url}/${path}`;
  }

  protected override requestUrl(): string {
    return this.#at('messages');
  }

  protected override woken(): void {
    this.#anew = true;
  }

  protected override take({ view, beat }: Message<PublicView>, line: Line): void {
    if (line.over) return;
    if (view) {
      this.#anew = false;
      this.received(line, view);
    }
    if (beat) this.heartbeat(line, beat);
  }

  protected override session(line: Line, onOpen: () => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      let source: EventSource;
      let timer: ReturnType<typeof setTimeout>;
      const broken = () => {
        clearTimeout(timer);
        source.close();
        resolve();
      };
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(broken, streamSilence);
      };
      signal.addEventListener('abort', broken);
      const connect = () => {
        const { view: asked } = this;
        const mine = (source = this.open(this.#at('events')));
        const said = (message: Message<PublicView>) => {
          if (mine !== source) return;
          alive();
          if (line.spoken || this.view === asked) return this.take(message, line);
          // Plain requests have brought more since it was asked: what it says is older than what is there.
          this.spoke(line);
          source.close();
          connect();
        };
        source.onopen = () => (onOpen(), alive());
        source.onerror = () => mine === source && broken();
        source.addEventListener('view', ({ data }) => said({ view: JSON.parse(data) as PublicView }));
        source.addEventListener('beat', ({ data }) => said({ beat: JSON.parse(data) as Heartbeat }));
        alive();
      };
      connect();
    });
  }
}

export const publicConnection = (id: string, first: PublicView | null, receivedAt: number | null) =>
  new EventStreamConnection(`/api/teleconferences/${encodeURIComponent(id)}/public`, first, receivedAt);
