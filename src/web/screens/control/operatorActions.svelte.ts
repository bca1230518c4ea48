import type { LiveConnection } from '../../lib/connection/index.ts';
import type { CommandAnswer, Command, SiteRow } from '../../lib/api/index.ts';
import { commandOf, needsReason, runningOrderSubject, subjectOf, type ActionKind, type OperatorAction } from './actions.ts';

/** What the operator is asked before something is done. */
export type DialogRequest =
  { kind: 'confirm' | 'reason'; action: OperatorAction } | { kind: 'renew'; site: SiteRow } | { kind: 'invite' } | { kind: 'import' };

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
export const settleTime = 500;

/** Milliseconds in which a press was meant for what was offered before: nobody reads and presses faster. */
export const rereadTime = 300;

/** What the operator does: what was pressed and is not answered yet, what is actionForKey, what was refused. */
export class OperatorActions {
  dialog = $state.raw<DialogRequest | null>(null);
  menu = $state.raw<Menu | null>(null);
  refused = $state.raw<CommandAnswer | null>(null);
  failed = $state.raw<string | null>(null);
  /** The kind of action that was done a moment ago. */
  #settling = $state.raw<ActionKind | null>(null);
  /** Whether what is offered has changed a moment ago, by whomever. */
  #changed = $state(false);
  #awaited = $state.raw<ReadonlyMap<string, { kind: ActionKind; until: number }>>(new Map());
  #timers: { settled?: ReturnType<typeof setTimeout>; reread?: ReturnType<typeof setTimeout> } = {};

  constructor(private readonly connection: Sender) {}

  get idle(): boolean {
    return this.dialog === null && this.menu === null;
  }

  /** Whether an answer about the same thing is awaited, or is there but not in the view yet. @param seq the view's */
  busy(action: OperatorAction, seq: number): boolean {
    return (this.#awaited.get(subjectOf(action))?.until ?? 0) > seq;
  }

  /** Whether it is this very kind of action that is awaited. */
  awaits(action: OperatorAction, seq: number): boolean {
    return this.busy(action, seq) && this.#awaited.get(subjectOf(action))?.kind === action.kind;
  }

  /** Whether a press does nothing just now. @param large it is on the one large button, which stays where it is when it changes */
  blocked(action: OperatorAction, seq: number, large = false): boolean {
    const settling = large ? this.#settling !== null : this.#settling === action.kind;
    return this.busy(action, seq) || settling || (this.#changed && (large || subjectOf(action) === runningOrderSubject));
  }

  /** The one large button has come to say something else. */
  primaryChanged(): void {
    this.#changed = true;
    clearTimeout(this.#timers.reread);
    this.#timers.reread = setTimeout(() => (this.#changed = false), rereadTime);
  }

  /** Does it, or asks first what has to be asked. */
  press(action: OperatorAction, seq: number): void {
    if (this.blocked(action, seq)) return;
    if (action.kind === 'start' || action.kind === 'end') this.dialog = { kind: 'confirm', action };
    else if (needsReason(action)) this.dialog = { kind: 'reason', action };
    else this.perform(action);
  }

  perform(action: OperatorAction, reason?: string): void {
    this.dialog = null;
    this.#settling = action.kind;
    clearTimeout(this.#timers.settled);
    this.#timers.settled = setTimeout(() => (this.#settling = null), settleTime);
    void this.#send(action, commandOf(action, reason));
  }

  async #send(action: OperatorAction, command: Command): Promise<void> {
    this.#await(action, Infinity);
    try {
      const answer = await this.connection.send(command);
      this.#await(action, answer.seq);
      if (answer.refusal) this.refused = answer;
    } catch (error) {
      this.#await(action, 0);
      this.failed = String((error as Error).message);
    }
  }

  #await(action: OperatorAction, until: number): void {
    this.#awaited = new Map(this.#awaited).set(subjectOf(action), { kind: action.kind, until });
  }
}
