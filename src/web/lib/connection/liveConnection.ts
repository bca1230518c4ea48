import { HubConnectionBuilder, HubConnectionState, HttpTransportType, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Heartbeat, Command, CommandAnswer, ControlUpdate, ControlView, CommandRequest, SiteUpdate, SiteView } from '../api/index.ts';
import { ServerConnection } from './serverConnection.ts';
import { merge, type Placed, placeOf, type Span } from './merge.ts';

/** A command's answer, and over which connection it came: see `includes`. */
export type Answer = CommandAnswer & { connection: number };

interface Message<V, U> {
  view?: V;
  update?: U;
  beat?: Heartbeat;
}

/** @param direct as a WebSocket at once; else whatever the network lets through is found out first */
export type Connect = (direct: boolean) => HubConnection;

/** Milliseconds without a sign of the server after which the connection is given up; it sends a heartbeat each second. */
const serverTimeout = 6_000;
const keepAlive = 2_000;

// To ask first takes longer, and on an old line of the browser's, which may have died as the one before: a WebSocket gets a new one.
const connectToHub: Connect = (direct) => {
  const how = direct ? { skipNegotiation: true, transport: HttpTransportType.WebSockets } : {};
  const hub = new HubConnectionBuilder().withUrl('/hub', how).configureLogging(LogLevel.None).build();
  hub.serverTimeoutInMilliseconds = serverTimeout;
  hub.keepAliveIntervalInMilliseconds = keepAlive;
  return hub;
};

/** The control room's or a site's connection: its view, kept up by updates, and the way to send commands. */
export class LiveConnection<V extends Placed, U extends Span> extends ServerConnection<V> {
  #hub: HubConnection | null = null;
  #waiting: (() => void)[] = [];
  /** What has worked last; what has not is tried the other way. */
  #direct = true;
  /** Whether the view came over this connection: one that the device kept may be of another server's log. */
  #own = false;

  constructor(
    private readonly teleconference: string,
    private readonly stream: { method: 'Control' | 'Site'; args: unknown[] },
    private readonly connect: Connect = connectToHub,
    private readonly as: Pick<CommandRequest, 'asSite'> = {},
    cached?: { view: V; at: number },
  ) {
    super(cached?.view, cached?.at);
  }

  protected override async session(onOpen: () => void, signal: AbortSignal): Promise<void> {
    const hub = this.connect(this.#direct);
    this.#direct = !this.#direct;
    const closed = new Promise<void>((resolve) => hub.onclose(() => resolve()));
    const stop = () => void hub.stop();
    signal.addEventListener('abort', stop);
    try {
      await hub.start();
      if (signal.aborted) return;
      this.#direct = !this.#direct;
      this.#hub = hub;
      onOpen();
      for (const go of this.#waiting.splice(0)) go();
      await Promise.race([closed, this.#follow(hub)]);
    } finally {
      signal.removeEventListener('abort', stop);
      // One that was given up while it opened may end long after the next one is in its place.
      if (this.#hub === hub) this.#hub = null;
      await hub.stop();
    }
  }

  /** Reads the stream from the last place on; where there is a gap, from the whole view on. Ends only in an error. */
  async #follow(hub: HubConnection): Promise<void> {
    for (let after = this.#own ? placeOf(this.view!) : null; ; after = null) await this.#read(hub, after);
  }

  /** Resolves at a gap, rejects when the stream ends. */
  #read(hub: HubConnection, after: string | null): Promise<void> {
    return new Promise((gap, failed) => {
      const { method, args } = this.stream;
      const subscription = hub.stream<Message<V, U>>(method, ...args, after).subscribe({
        next: ({ view, update, beat }) => {
          if (view) this.#own = true;
          if (view) this.received(view);
          if (beat) this.heartbeat(beat);
          if (!update) return;
          const merged = merge(this.view, update);
          // More may follow at once; the heartbeat after it says that this was all.
          this.received(merged, false);
          if (merged) return;
          subscription.dispose();
          gap();
        },
        error: failed,
        complete: () => failed(new Error('The stream has ended.')),
      });
    });
  }

  /**
   * Sends a command and waits for its answer. If the connection breaks before, the very same goes again after the
   * next one is up: the server decides it once. Pass an id of your own to send again what was kept over a reload.
   * @throws the server's error, if it answers with one while the connection stands
   */
  async send(command: Command, commandId: string = newCommandId()): Promise<Answer> {
    const request: CommandRequest = { commandId, command, ...this.as };
    for (;;) {
      const hub = await this.#whenOpen();
      const { connection } = this;
      try {
        return { ...(await hub.invoke<CommandAnswer>('Send', this.teleconference, request)), connection };
      } catch (error) {
        if (hub.state === HubConnectionState.Connected) throw error;
        if (this.#hub === hub) this.#hub = null;
      }
    }
  }

  async #whenOpen(): Promise<HubConnection> {
    while (!this.#hub) await new Promise<void>((go) => this.#waiting.push(go));
    return this.#hub;
  }
}

export const controlConnection = (id: string, connect?: Connect) =>
  new LiveConnection<ControlView, ControlUpdate>(id, { method: 'Control', args: [id] }, connect);

/** @param cached the view that the device has kept, and when it was received: shown until the connection brings a new one */
export const siteConnection = (id: string, siteId: string, connect?: Connect, cached?: { view: SiteView; at: number }) =>
  new LiveConnection<SiteView, SiteUpdate>(id, { method: 'Site', args: [id, siteId] }, connect, { asSite: siteId }, cached);

/** A UUID. Browsers keep `randomUUID` from pages that come over plain http from another machine. */
export function newCommandId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
