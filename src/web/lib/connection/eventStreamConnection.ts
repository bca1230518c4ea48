import type { Heartbeat, PublicView } from '../api/index.ts';
import { placeOf } from './merge.ts';
import { ServerConnection } from './serverConnection.ts';

/** Milliseconds of silence after which the stream is given up: a dead connection does not always say so. */
const silence = 6_000;

/**
 * A viewer's connection: the public view over server-sent events. The view always comes whole, so there is nothing to merge
 * and nothing to catch up.
 */
export class EventStreamConnection extends ServerConnection<PublicView> {
  /** @param receivedAt when the first view came with the page; null: not known, it may have lain in the browser */
  constructor(
    private readonly url: string,
    first: PublicView | null = null,
    receivedAt: number | null = null,
    private readonly open: (url: string) => EventSource = (url) => new EventSource(url),
  ) {
    super(first, receivedAt);
  }

  protected override session(onOpen: () => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      // A stream that is opened anew cannot say by its header where the one before it ended.
      const source = this.open(this.view ? `${this.url}?after=${placeOf(this.view)}` : this.url);
      let timer: ReturnType<typeof setTimeout>;
      const broken = () => {
        clearTimeout(timer);
        source.close();
        resolve();
      };
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(broken, silence);
      };
      signal.addEventListener('abort', broken);
      source.onopen = () => (onOpen(), alive());
      source.onerror = broken;
      source.addEventListener('view', ({ data }) => (alive(), this.received(JSON.parse(data) as PublicView)));
      source.addEventListener('beat', ({ data }) => (alive(), this.heartbeat(JSON.parse(data) as Heartbeat)));
      alive();
    });
  }
}

export const publicConnection = (id: string, first: PublicView | null, receivedAt: number | null) =>
  new EventStreamConnection(`/api/teleconferences/${encodeURIComponent(id)}/public/events`, first, receivedAt);
