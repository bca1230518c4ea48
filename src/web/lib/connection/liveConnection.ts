import { HubConnectionBuilder, HubConnectionState, HttpTransportType, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Command, CommandAnswer, ControlUpdate, ControlView, CommandRequest, SiteUpdate, SiteView } from '../api/index.ts';
import { commandLimits, nth, streamSilence } from './limits.ts';
import type { Line, Message } from './line.ts';
import { merge, type Placed, placeOf, type Span } from './merge.ts';
import { postCommand } from './postCommand.ts';
import { ServerConnection } from './serverConnection.ts';

/** A command's answer, and over which line it came: see `includes`. */
export type Answer = CommandAnswer & { connection: number };

export type Connect = () => HubConnection;

const keepAlive = 2_000;

// Without negotiation: one connection is all, so any of several servers can take it. Where no WebSocket gets through there
// are plain requests.
const connectToHub: Connect = () => {
  const how = { skipNegotiation: true, transport: HttpTransportType.WebSockets };
  const hub = new HubConnectionBuilder().withUrl('/hub', how).configureLogging(LogLevel.None).build();
  hub.serverTimeoutInMilliseconds = streamSilence;
  hub.keepAliveIntervalInMilliseconds = keepAlive;
  return hub;
};

/** The control room's or a site's connection: its view, kept up by updates, and the way to send commands. */
export class LiveConnection<V extends Placed, U extends Span> extends ServerConnection<V> {
  #hub: { hub: HubConnection; line: Line } | null = null;
  #waiting: (() => void)[] = [];
  /** Whether the view came over this connection: one that the device kept may be of another server's log. */
  #own = false;
  /** An update did not fit: the whole view is to be asked for. */
  #gap = false;

  constructor(
    private readonly teleconference: string,
    private readonly stream: { method: 'Control' | 'Site'; args: unknown[]; url: string },
    private readonly connect: Connect = connectToHub,
    private readonly as: Pick<CommandRequest, 'asSite'> = {},
    cached?: { view: V; at: number },
  ) {
    super(cached?.view, cached?.at);
  }

  protected override requestUrl(): string {
    const after = this.#after;
    return after ? `${this.stream.url}/messages?after=${after}` : `${this.stream.url}/messages`;
  }

  protected override requestsServe(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  protected override async session(line: Line, onOpen: () => void, signal: AbortSignal): Promise<void> {
    const hub = this.connect();
    const closed = new Promise<void>((resolve) => hub.onclose(() => resolve()));
    const stop = () => void hub.stop();
    signal.addEventListener('abort', stop);
    try {
      await hub.start();
      if (signal.aborted) return;
      this.#hub = { hub, line };
      onOpen();
      for (const go of this.#waiting.splice(0)) go();
      await Promise.race([closed, this.#follow(hub, line)]);
    } finally {
      signal.removeEventListener('abort', stop);
      // One that was given up while it opened may end long after the next one is in its place.
      if (this.#hub?.hub === hub) this.#hub = null;
      await hub.stop();
    }
  }

  /** The place from which on news are asked for; null: the whole view. */
  get #after(): string | null {
    return this.#own && !this.#gap ? placeOf(this.view!) : null;
  }

  /** Reads the stream from the last place on; where there is a gap, from the whole view on. Ends only in an error. */
  async #follow(hub: HubConnection, line: Line): Promise<void> {
    for (;;) await this.#read(hub, line);
  }

  /** Resolves when the stream must be asked for anew, rejects when it ends. */
  #read(hub: HubConnection, line: Line): Promise<void> {
    return new Promise((anew, failed) => {
      const { method, args } = this.stream;
      const { view: asked } = this;
      const subscription = hub.stream<Message<V, U>>(method, ...args, this.#after).subscribe({
        next: (message) => {
          if (line.over) return;
          // Plain requests have brought more since it was asked: what it says is older than what is there.
          const moved = !line.spoken && this.view !== asked;
          if (moved) this.spoke(line);
          else this.take(message, line);
          if (!moved && !this.#gap) return;
          subscription.dispose();
          anew();
        },
        error: failed,
        complete: () => failed(new Error('The stream has ended.')),
      });
    });
  }

  protected override take({ view, update, beat }: Message<V, U>, line: Line): void {
    if (line.over) return;
    if (view) {
      // Whoever brought a place and gets all of it again is at another log's, or at one that is not kept any more.
      if (line.way === 'requests' && line.spoken && this.#after) this.lines.anew(line);
      this.#own = true;
      this.#gap = false;
      this.received(line, view);
    }
    if (update) {
      const merged = merge(this.view, update);
      this.#gap = !merged;
      // More may follow at once; the heartbeat after it says that this was all.
      this.received(line, merged, false);
    }
    if (beat && !this.#gap) this.heartbeat(line, beat);
  }

  /**
   * Sends a command and waits for its answer. If the connection breaks before, the very same goes again after the
   * next one is up, by whichever way: the server decides it once. Pass an id of your own to send again what was kept
   * over a reload.
   * @throws the server's error, if it answers with one while the connection stands
   */
  async send(command: Command, commandId: string = newCommandId()): Promise<Answer> {
    const request: CommandRequest = { commandId, command, ...this.as };
    for (let posted = 0; ;) {
      await this.#whenOpen();
      const answer = this.byRequests || !this.#hub ? await this.#post(request, posted++) : await this.#invoke(this.#hub, request);
      if (answer) return answer;
    }
  }

  /** Null if nobody can say whether it was answered. */
  async #invoke(open: { hub: HubConnection; line: Line }, request: CommandRequest): Promise<Answer | null> {
    const { hub, line } = open;
    try {
      const answer = await hub.invoke<CommandAnswer>('Send', this.teleconference, request);
      return { ...answer, connection: line.number };
    } catch (error) {
      if (hub.state === HubConnectionState.Connected) throw error;
      if (this.#hub?.hub === hub) this.#hub = null;
      return null;
    }
  }

  async #post(request: CommandRequest, tries: number): Promise<Answer | null> {
    const answer = await postCommand(this.teleconference, request, nth(commandLimits, tries));
    return answer && { ...answer, connection: this.lines.speaking };
  }

  async #whenOpen(): Promise<void> {
    while (!this.#hub && !this.byRequests) await new Promise<void>((go) => this.#waiting.push(go));
  }
}

const urlOf = (id: string) => `/api/teleconferences/${encodeURIComponent(id)}`;

export const controlConnection = (id: string, connect?: Connect) =>
  new LiveConnection<ControlView, ControlUpdate>(id, { method: 'Control', args: [id], url: `${urlOf(id)}/control` }, connect);

/** @param cached the view that the device has kept, and when it was received: shown until the connection brings a new one */
export const siteConnection = (id: string, siteId: string, connect?: Connect, cached?: { view: SiteView; at: number }) =>
  new LiveConnection<SiteView, SiteUpdate>(
    id,
    { method: 'Site', args: [id, siteId], url: `${urlOf(id)}/sites/${encodeURIComponent(siteId)}` },
    connect,
    { asSite: siteId },
    cached,
  );

/** A UUID. Browsers keep `randomUUID` from pages that come over plain http from another machine. */
export function newCommandId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
