import type { Live } from '../connection/index.ts';
import type { CommandAnswer, Command, SiteRow } from '../wire/index.ts';
import { commandOf, needsReason, subjectOf, type Act } from './acts.ts';

/** What the operator is asked before something is done. */
export type Question =
  | { ask: 'sure' | 'reason'; act: Act }
  | { ask: 'renew'; site: SiteRow }
  | { ask: 'invite' };

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

type Sender = Pick<Live<never, never>, 'send'>;

/** Milliseconds in which a second press belongs to the first: the button says something else by then. */
export const settles = 500;

/** The operator's desk: what was pressed and is not answered yet, what is asked, what was refused. */
export class Desk {
  question = $state.raw<Question | null>(null);
  menu = $state.raw<Menu | null>(null);
  refused = $state.raw<CommandAnswer | null>(null);
  failed = $state.raw<string | null>(null);
  /** The deed that was done a moment ago: the same one is not done again yet. */
  settling = $state.raw<Act['do'] | null>(null);
  #awaited = $state.raw<ReadonlyMap<string, number>>(new Map());
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly line: Sender) {}

  get closed(): boolean {
    return this.question === null && this.menu === null;
  }

  /** Whether an answer about the same thing is awaited, or is there but not in the view yet. @param seq the view's */
  busy(act: Act, seq: number): boolean {
    return (this.#awaited.get(subjectOf(act)) ?? 0) > seq;
  }

  /** Does it, or asks first what has to be asked. */
  press(act: Act, seq: number): void {
    if (this.busy(act, seq) || this.settling === act.do) return;
    if (act.do === 'start' || act.do === 'end') this.question = { ask: 'sure', act };
    else if (needsReason(act)) this.question = { ask: 'reason', act };
    else this.act(act);
  }

  act(act: Act, reason?: string): void {
    this.question = null;
    this.settling = act.do;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.settling = null), settles);
    void this.#send(subjectOf(act), commandOf(act, reason));
  }

  async #send(subject: string, command: Command): Promise<void> {
    this.#await(subject, Infinity);
    try {
      const answer = await this.line.send(command);
      this.#await(subject, answer.seq);
      if (answer.refusal) this.refused = answer;
    } catch (error) {
      this.#await(subject, 0);
      this.failed = String((error as Error).message);
    }
  }

  #await(subject: string, until: number): void {
    this.#awaited = new Map(this.#awaited).set(subject, until);
  }
}
