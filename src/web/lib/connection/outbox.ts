import type { Command, RefusalCode } from '../api/index.ts';
import { newCommandId, type Answer } from './liveConnection.ts';
import { deviceStorage, DeviceStore } from './deviceStore.ts';
import { includes, type Reached } from './reached.ts';
import { hubCode } from './serverCode.ts';

/** A command that was given on this device and is not over yet. */
export interface PendingCommand {
  commandId: string;
  command: Command;
  /** When it was given, epoch milliseconds by the server's clock as the device knew it. */
  at: number;
  /** It was taken, and stands at this place: it lies here until the view has come as far. */
  answered?: Reached;
  /** It was refused, and lies here until the coordinator has seen it; `failed`: the server could not take it. */
  refusal?: RefusalCode | 'failed';
  /** The state that stood in its way, where the server named one: a launch's, as `postponed`. */
  state?: string;
}

export interface OutboxState {
  /** Given and not answered yet, in the order in which they were given. */
  waiting: PendingCommand[];
  /** Taken, but perhaps not in the view yet. */
  accepted: PendingCommand[];
  refused: PendingCommand[];
  /** False if the device keeps nothing: what waits will not survive a reload. */
  durable: boolean;
}

export type Send = (command: Command, commandId: string) => Promise<Answer>;

/** Milliseconds between tries when the server answers with an error instead of an answer. */
const retryDelays = [500, 1_000, 2_000, 4_000];
/** After so many tries it is not going to take it: what waits behind must not wait forever. */
const maxFailures = 10;
/**
 * The journal, this log or who may do what cannot be used now, or nobody could say whether it was stored. That passes, and what
 * waits is taken then, once: this is never given up.
 */
const cannotStore = new Set(['journal_unavailable', 'log_unreadable', 'access_unavailable', 'outcome_unknown']);

/**
 * The one way by which a site's commands go: each is kept on the device first, then sent, one after another, and sent
 * again under the same id until it is answered, also after a reload. A Svelte store of OutboxState.
 *
 * Every tab sends what waits, without asking the others: one that sleeps while it holds a lock would keep all others
 * from sending, and a command that is sent twice is decided once.
 */
export class Outbox {
  readonly #store: DeviceStore;
  #accepted: PendingCommand[] = [];
  #view: Reached = { seq: 0, connection: 0 };
  #subscribers = new Set<(state: OutboxState) => void>();
  #sending = false;

  constructor(
    teleconference: string,
    siteId: string,
    private readonly send: Send,
    storage: Storage | undefined = deviceStorage(),
  ) {
    this.#store = new DeviceStore(`outbox/${encodeURIComponent(teleconference)}/${encodeURIComponent(siteId)}/`, storage);
    // Another tab of this site has put, sent or dismissed something.
    globalThis.addEventListener?.('storage', ({ key }) => this.#store.owns(key) && this.refresh());
    void this.#drain();
  }

  get state(): OutboxState {
    const pending = this.#pending().map(([, each]) => each);
    return {
      waiting: pending.filter((each) => !each.refusal),
      accepted: this.#accepted,
      refused: pending.filter((each) => each.refusal),
      durable: this.#store.durable,
    };
  }

  subscribe(run: (state: OutboxState) => void): () => void {
    this.#subscribers.add(run);
    run(this.state);
    return () => this.#subscribers.delete(run);
  }

  /** Keeps a command, and sends it as soon as the connection and those before it allow. */
  enqueue(command: Command, at: number): void {
    const last = this.#pending().at(-1)?.[0].split('/')[0] ?? '0';
    const order = String(Number(last) + 1).padStart(9, '0');
    const pending: PendingCommand = { commandId: newCommandId(), command, at };
    this.#store.put(`${order}/${pending.commandId}`, JSON.stringify(pending));
    this.refresh();
  }

  /** The coordinator has seen the refusal. */
  dismiss(commandId: string): void {
    for (const [key, each] of this.#pending()) if (each.commandId === commandId && each.refusal) this.#store.remove(key);
    this.#changed();
  }

  /** The view has come this far: what it shows now need not be remembered. */
  viewReached(view: Reached): void {
    this.#view = view;
    const left = this.#accepted.filter((each) => !includes(view, each.answered!));
    if (left.length === this.#accepted.length) return;
    this.#accepted = left;
    this.#changed();
  }

  /** Reads the device again, and sends what waits. */
  refresh(): void {
    this.#changed();
    void this.#drain();
  }

  async #drain(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next; (next = this.#pending().find(([, each]) => !each.refusal));) {
      const [key, pending] = next;
      const answer = await this.#answer(pending);
      this.#settle(key, pending, answer);
      this.#changed();
    }
    this.#sending = false;
  }

  #settle(key: string, pending: PendingCommand, answer: Answer | null): void {
    // Another tab may have had its answer, and the coordinator have seen it, in the meantime.
    const gone = !this.#pending().some(([each]) => each === key);
    if (answer && !answer.refusal) {
      this.#store.remove(key);
      if (!includes(this.#view, answer)) this.#accepted = [...this.#accepted, { ...pending, answered: answer }];
    } else if (!gone) {
      this.#store.put(
        key,
        JSON.stringify({ ...pending, refusal: answer?.refusal ?? 'failed', state: answer?.state } satisfies PendingCommand),
      );
    }
  }

  /** Null if the server has answered with errors only. */
  async #answer({ command, commandId }: PendingCommand): Promise<Answer | null> {
    for (let tries = 0, failures = 0; failures < maxFailures; tries++) {
      try {
        return await this.send(command, commandId);
      } catch (error) {
        if (!cannotStore.has(hubCode(error) ?? '')) failures++;
        await new Promise((go) => setTimeout(go, retryDelays[Math.min(tries, retryDelays.length - 1)]));
      }
    }
    return null;
  }

  #pending(): [key: string, pending: PendingCommand][] {
    return this.#store.entries().flatMap(([key, value]): [string, PendingCommand][] => {
      try {
        const pending = JSON.parse(value) as PendingCommand;
        return pending.commandId && pending.command?.type ? [[key, pending]] : [];
      } catch {
        return [];
      }
    });
  }

  #changed(): void {
    const { state } = this;
    for (const run of this.#subscribers) run(state);
  }
}
