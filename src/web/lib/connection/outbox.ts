import type { Command, CommandAnswer, RefusalCode } from '../api/index.ts';
import { newCommandId } from './live.ts';
import { deviceStorage, Shelf } from './shelf.ts';

/** A command that was given on this device and is not over yet. */
export interface Kept {
  commandId: string;
  command: Command;
  /** When it was given, epoch milliseconds by the server's clock as the device knew it. */
  at: number;
  /** It was taken, and the view has it from this seq on: it lies here until the view has come. */
  seq?: number;
  /** It was refused, and lies here until the coordinator has seen it; `failed`: the server could not take it. */
  refusal?: RefusalCode | 'failed';
}

export interface OutboxState {
  /** Given and not answered yet, in the order in which they were given. */
  waiting: Kept[];
  /** Taken, but perhaps not in the view yet. */
  taken: Kept[];
  refused: Kept[];
  /** False if the device keeps nothing: what waits will not survive a reload. */
  safe: boolean;
}

export type Send = (command: Command, commandId: string) => Promise<CommandAnswer>;

/** Milliseconds between tries when the server answers with an error instead of an answer. */
const again = [500, 1_000, 2_000, 4_000];
/** After so many tries it is not going to take it: what waits behind must not wait forever. */
const most = 10;
/** The journal cannot be used now. It will be mended, and then takes what waits: this is never given up. */
const journalAway = 'journal_unavailable';

/**
 * The one way by which a site's commands go: each is kept on the device first, then sent, one after another, and sent
 * again under the same id until it is answered, also after a reload. A Svelte store of OutboxState.
 *
 * Every tab sends what waits, without asking the others: one that sleeps while it holds a lock would keep all others
 * from sending, and a command that is sent twice is decided once.
 */
export class Outbox {
  readonly #shelf: Shelf;
  #taken: Kept[] = [];
  #seen = 0;
  #subscribers = new Set<(state: OutboxState) => void>();
  #sending = false;

  constructor(
    teleconference: string,
    siteId: string,
    private readonly send: Send,
    storage: Storage | undefined = deviceStorage(),
  ) {
    this.#shelf = new Shelf(`outbox/${encodeURIComponent(teleconference)}/${encodeURIComponent(siteId)}/`, storage);
    // Another tab of this site has put, sent or dismissed something.
    globalThis.addEventListener?.('storage', ({ key }) => this.#shelf.owns(key) && this.look());
    void this.#drain();
  }

  get state(): OutboxState {
    const kept = this.#kept().map(([, each]) => each);
    return {
      waiting: kept.filter((each) => !each.refusal),
      taken: this.#taken,
      refused: kept.filter((each) => each.refusal),
      safe: this.#shelf.safe,
    };
  }

  subscribe(run: (state: OutboxState) => void): () => void {
    this.#subscribers.add(run);
    run(this.state);
    return () => this.#subscribers.delete(run);
  }

  /** Keeps a command, and sends it as soon as the line and those before it allow. */
  put(command: Command, at: number): void {
    const last = this.#kept().at(-1)?.[0].split('/')[0] ?? '0';
    const order = String(Number(last) + 1).padStart(9, '0');
    const kept: Kept = { commandId: newCommandId(), command, at };
    this.#shelf.put(`${order}/${kept.commandId}`, JSON.stringify(kept));
    this.look();
  }

  /** The coordinator has seen the refusal. */
  dismiss(commandId: string): void {
    for (const [key, each] of this.#kept()) if (each.commandId === commandId && each.refusal) this.#shelf.remove(key);
    this.#changed();
  }

  /** The view has come this far: what it shows now need not be remembered. */
  seen(seq: number): void {
    this.#seen = seq;
    const left = this.#taken.filter((each) => each.seq! > seq);
    if (left.length === this.#taken.length) return;
    this.#taken = left;
    this.#changed();
  }

  /** Reads the device again, and sends what waits. */
  look(): void {
    this.#changed();
    void this.#drain();
  }

  async #drain(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next; (next = this.#kept().find(([, each]) => !each.refusal)); ) {
      const [key, kept] = next;
      const answer = await this.#answer(kept);
      this.#settle(key, kept, answer);
      this.#changed();
    }
    this.#sending = false;
  }

  #settle(key: string, kept: Kept, answer: CommandAnswer | null): void {
    // Another tab may have had its answer, and the coordinator have seen it, in the meantime.
    const gone = !this.#kept().some(([each]) => each === key);
    if (answer && !answer.refusal) {
      this.#shelf.remove(key);
      if (answer.seq > this.#seen) this.#taken = [...this.#taken, { ...kept, seq: answer.seq }];
    } else if (!gone) {
      this.#shelf.put(key, JSON.stringify({ ...kept, refusal: answer?.refusal ?? 'failed' } satisfies Kept));
    }
  }

  /** Null if the server has answered with errors only. */
  async #answer({ command, commandId }: Kept): Promise<CommandAnswer | null> {
    for (let tries = 0, failures = 0; failures < most; tries++) {
      try {
        return await this.send(command, commandId);
      } catch (error) {
        if (!String(error).endsWith(journalAway)) failures++;
        await new Promise((go) => setTimeout(go, again[Math.min(tries, again.length - 1)]));
      }
    }
    return null;
  }

  #kept(): [key: string, kept: Kept][] {
    return this.#shelf.entries().flatMap(([key, value]): [string, Kept][] => {
      try {
        const kept = JSON.parse(value) as Kept;
        return kept.commandId && kept.command?.type ? [[key, kept]] : [];
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
