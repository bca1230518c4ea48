import type { Heartbeat, PublicView } from '../api/index.ts';
import { Line } from './line.ts';

/** Milliseconds of silence after which the stream is given up: a dead line does not always say so. */
const silence = 6_000;

/**
 * A viewer's line: the public view over server-sent events. The view always comes whole, so there is nothing to merge
 * and nothing to catch up.
 */
export class Events extends Line<PublicView> {
  constructor(
    private readonly url: string,
    first: PublicView | null = null,
    private readonly open: (url: string) => EventSource = (url) => new EventSource(url),
  ) {
    super(first);
  }

  protected override session(up: () => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const source = this.open(this.url);
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
      source.onopen = () => (up(), alive());
      source.onerror = broken;
      source.addEventListener('view', ({ data }) => (alive(), this.heard(JSON.parse(data) as PublicView)));
      source.addEventListener('beat', ({ data }) => (alive(), this.beat((JSON.parse(data) as Heartbeat).at)));
      alive();
    });
  }
}

export const publicLine = (id: string, first: PublicView | null) =>
  new Events(`/api/teleconferences/${encodeURIComponent(id)}/public/events`, first);
