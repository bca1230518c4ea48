import type { LiveConnection } from '../../lib/connection/index.ts';
import type { CommandAnswer, Command, SiteRow } from '../../lib/api/index.ts';
import { commandOf, needsReason, order, subjectOf, type Act } from './acts.ts';

/** What the operator is asked before something is done. */
export type Question =
  | { ask: 'sure' | 'reason'; act: Act }
  | { ask: 'renew'; site: SiteRow }
  | { ask: 'invite' }
  | { ask: 'import' };

export interface MenuItem {
  label: string;
  run: () => void;
  disabled?: boolean;
}

export interface Menu {
  anchor: HTMLElement;
  label: string;
  items: MenuItem[];
}

type Sender = Pick<LiveConnection<never, never>, 'send'>;

/** Milliseconds in which a second press belongs to the first: the button says something else by then. */
export const settles = 500;

/** Milliseconds in which a press was meant for what was offered before: nobody reads and presses faster. */
export const rereads = 300;

/** The operator's desk: what was pressed and is not answered yet, what is asked, what was refused. */
export class Desk {
  question = $state.raw<Question | null>(null);
  menu = $state.raw<Menu | null>(null);
  refused = $state.raw<CommandAnswer | null>(null);
  failed = $state.raw<string | null>(null);
  /** The deed that was done a moment ago. */
  #settling = $state.raw<Act['do'] | null>(null);
  /** Whether what is offered has changed a moment ago, by whomever. */
  #changed = $state(false);
  #awaited = $state.raw<ReadonlyMap<string, { deed: Act['do']; until: number }>>(new Map());
  #timers: { settled?: ReturnType<typeof setTimeout>; reread?: ReturnType<typeof setTimeout> } = {};

  constructor(private readonly connection: Sender) {}

  get closed(): boolean {
    return this.question === null && this.menu === null;
  }

  /** Whether an answer about the same thing is awaited, or is there but not in the view yet. @param seq the view's */
  busy(act: Act, seq: number): boolean {
    return (this.#awaited.get(subjectOf(act))?.until ?? 0) > seq;
  }

  /** Whether it is this very deed that is awaited. */
  sent(act: Act, seq: number): boolean {
    return this.busy(act, seq) && this.#awaited.get(subjectOf(act))?.deed === act.do;
  }

  /** Whether a press does nothing just now. @param large it is on the one large button, which stays where it is when it changes */
  held(act: Act, seq: number, large = false): boolean {
    const settling = large ? this.#settling !== null : this.#settling === act.do;
    return this.busy(act, seq) || settling || (this.#changed && (large || subjectOf(act) === order));
  }

  /** The one large button has come to say something else. */
  offerChanged(): void {
    this.#changed = true;
    clearTimeout(this.#timers.reread);
    this.#timers.reread = setTimeout(() => (this.#changed = false), rereads);
  }

  /** Does it, or asks first what has to be asked. */
  press(act: Act, seq: number): void {
    if (this.held(act, seq)) return;
    if (act.do === 'start' || act.do === 'end') this.question = { ask: 'sure', act };
    else if (needsReason(act)) this.question = { ask: 'reason', act };
    else this.act(act);
  }

  act(act: Act, reason?: string): void {
    this.question = null;
    this.#settling = act.do;
    clearTimeout(this.#timers.settled);
    this.#timers.settled = setTimeout(() => (this.#settling = null), settles);
    void this.#send(act, commandOf(act, reason));
  }

  async #send(act: Act, command: Command): Promise<void> {
    this.#await(act, Infinity);
    try {
      const answer = await this.connection.send(command);
      this.#await(act, answer.seq);
      if (answer.refusal) this.refused = answer;
    } catch (error) {
      this.#await(act, 0);
      this.failed = String((error as Error).message);
    }
  }

  #await(act: Act, until: number): void {
    this.#awaited = new Map(this.#awaited).set(subjectOf(act), { deed: act.do, until });
  }
}
