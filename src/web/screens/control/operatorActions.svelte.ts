import { hubCode, includes, newCommandId, type Answer, type LiveConnection, type Reached } from '../../lib/connection/index.ts';
import type { Command, LaunchRow, SegmentRow, SiteRow, Trouble } from '../../lib/api/index.ts';
import type { ActionKind, OperatorAction } from './actions.ts';
import { asItStands, isLeaving, type LeavingAction } from './leaving.ts';
import { commandOf, needsReason, runningOrderSubject, subjectOf } from './commands.ts';

/** What the operator is asked before something is done. */
export type DialogRequest =
  | { kind: 'confirm' | 'reason'; action: OperatorAction }
  | { kind: 'leave'; action: LeavingAction }
  | OrderRequest
  | { kind: 'renew'; site: SiteRow }
  | { kind: 'invite' }
  | { kind: 'import' };

/** What is asked before the running order is edited. */
export type OrderRequest =
  | { kind: 'edit_segment' | 'move_segment'; segment: SegmentRow }
  /** before: the segment before which it is to stand; undefined: at the end. */
  | { kind: 'insert_segment'; before?: string }
  /** One after the other. segmentId: only those that stand in it still. */
  | { kind: 'move_launches'; launches: string[]; segmentId?: string };

const orderRequests = new Set<string>(['edit_segment', 'move_segment', 'insert_segment', 'move_launches'] satisfies OrderRequest['kind'][]);

export const isOrderRequest = (asked: { kind: string }): asked is OrderRequest => orderRequests.has(asked.kind);

/** What can be asked whatever log it is. */
const ofAnyLog = new Set<DialogRequest['kind']>(['renew', 'invite', 'import']);

export interface MenuItem {
  label: string;
  run: () => void;
  disabled?: boolean;
  /** Why it does nothing; it can be reached all the same, so that it can be read. */
  why?: string;
}

export interface Menu {
  anchor: HTMLElement;
  label: string;
  /** Whether the label stands above the items: where the rows may move away under the menu. */
  named?: boolean;
  items: MenuItem[];
}

/** Each press counts, however fast: what it does is bound to what it was offered for. */
const repeatable = new Set<ActionKind>(['shorter', 'longer', 'undo', 'redo', 'move']);

type Sender = Pick<LiveConnection<never, never>, 'send'>;

/** Milliseconds in which a second press belongs to the first: the button says something else by then. */
export const settleTime = 500;

/** Milliseconds in which a press was meant for what was offered before: nobody reads and presses faster. */
export const rereadTime = 300;

/** Milliseconds after which a command is asked for again whose outcome nobody could say. */
const askAgainAfter = 1_000;

/** What the operator does: what was pressed and is not answered yet, what is actionForKey, what was refused. */
export class OperatorActions {
  dialog = $state.raw<DialogRequest | null>(null);
  menu = $state.raw<Menu | null>(null);
  refused = $state.raw<Answer | null>(null);
  /** Why something was not done: a code of the server's, or what the browser says. */
  failed = $state.raw<string | null>(null);
  /** How many commands have an outcome that nobody could say yet; they are asked for again by themselves. */
  unknown = $state(0);
  /** While the server stores nothing, nothing is sent. */
  trouble = $state.raw<Trouble | undefined>(undefined);
  #goneOn = $state.raw<ReadonlySet<string>>(new Set());
  #afterwards: DialogRequest | null = null;
  /** The kind of action that was done a moment ago. */
  #settling = $state.raw<ActionKind | null>(null);
  /** Whether what is offered has changed a moment ago, by whomever. */
  #changed = $state(false);
  /** By subject; `answer`: it is there, perhaps not in the view yet. */
  #awaited = $state.raw<ReadonlyMap<string, { kind: ActionKind; answer?: Reached }>>(new Map());
  #view = $state.raw<Reached>({ seq: 0, connection: 0 });
  #timers: { settled?: ReturnType<typeof setTimeout>; reread?: ReturnType<typeof setTimeout> } = {};

  constructor(private readonly connection: Sender) {}

  /** Whether a key of the room is meant for the room. A sheet lies beside it, and keeps its own keys to itself. */
  get idle(): boolean {
    return this.menu === null;
  }

  /** The view has come this far. */
  viewReached({ seq, connection }: Reached): void {
    if (seq !== this.#view.seq || connection !== this.#view.connection) this.#view = { seq, connection };
  }

  /** Whether the view has what was answered. */
  shows(answer: Reached): boolean {
    return includes(this.#view, answer);
  }

  /** The view is of another log than before: what is asked about things of the old one is not asked any more. */
  forget(): void {
    if (this.dialog && !ofAnyLog.has(this.dialog.kind)) this.dialog = null;
    this.#afterwards = null;
    this.menu = this.refused = this.failed = null;
  }

  /** Whether an answer about the same thing is awaited, or is there but not in the view yet. */
  busy(action: OperatorAction): boolean {
    const awaited = this.#awaited.get(subjectOf(action));
    return awaited !== undefined && !(awaited.answer && this.shows(awaited.answer));
  }

  /** Whether it is this very kind of action that is awaited. */
  awaits(action: OperatorAction): boolean {
    return this.busy(action) && this.#awaited.get(subjectOf(action))?.kind === action.kind;
  }

  /** Whether a press does nothing just now. @param large it is on the one large button, which stays where it is when it changes */
  blocked(action: OperatorAction, large = false): boolean {
    const settling = large ? this.#settling !== null : this.#settling === action.kind && !repeatable.has(action.kind);
    return (
      this.trouble !== undefined || this.busy(action) || settling || (this.#changed && (large || subjectOf(action) === runningOrderSubject))
    );
  }

  /** The one large button has come to say something else. */
  primaryChanged(): void {
    this.#changed = true;
    clearTimeout(this.#timers.reread);
    this.#timers.reread = setTimeout(() => (this.#changed = false), rereadTime);
  }

  /** Does it, or asks first what has to be asked. What was asked about a step before is asked again after a reason was given. */
  press(action: OperatorAction): void {
    if (this.blocked(action)) return;
    if (action.kind === 'start') this.dialog = { kind: 'confirm', action };
    else if (needsReason(action)) this.#ask({ kind: 'reason', action });
    else if (isLeaving(action) && (action.kind !== 'next' || this.unasked(action.open).length > 0)) this.dialog = { kind: 'leave', action };
    else void this.perform(action);
  }

  /** Of launches that a step leaves open, those that this operator has not gone on without yet. */
  unasked(launches: readonly LaunchRow[]): LaunchRow[] {
    return launches.filter((launch) => !this.#goneOn.has(asItStands(launch)));
  }

  /** The show goes on without them; from here on they stand in the strip of open launches, until the end asks. */
  goOnWithout(launches: readonly LaunchRow[]): void {
    this.#goneOn = new Set([...this.#goneOn, ...launches.map(asItStands)]);
  }

  #ask(request: DialogRequest): void {
    this.#afterwards = this.dialog?.kind === 'leave' ? this.dialog : null;
    this.dialog = request;
  }

  /** What is asked is not asked any more; what was asked before it is. */
  close(): void {
    this.dialog = this.#afterwards;
    this.#afterwards = null;
  }

  /**
   * While it cannot be stored, what was asked stays open, with the reason that was written.
   * @returns whether it was done, once that is known; a refusal is told to the operator in any case
   */
  async perform(action: OperatorAction, reason?: string): Promise<boolean> {
    if (this.trouble) return false;
    if (isLeaving(action)) this.goOnWithout(action.open);
    if (this.#asksAbout(action)) this.close();
    this.#settling = action.kind;
    clearTimeout(this.#timers.settled);
    this.#timers.settled = setTimeout(() => (this.#settling = null), settleTime);
    return this.#send(action, commandOf(action, reason));
  }

  /** What is asked about something else stays open. */
  #asksAbout(action: OperatorAction): boolean {
    const asked = this.dialog && 'action' in this.dialog ? this.dialog.action : undefined;
    return asked?.kind === action.kind && subjectOf(asked) === subjectOf(action);
  }

  async #send(action: OperatorAction, command: Command): Promise<boolean> {
    this.#await(action, { kind: action.kind });
    try {
      const answer = await this.#answer(command);
      this.#await(action, { kind: action.kind, answer });
      if (answer.refusal) this.refused = answer;
      if (answer.refusal === 'launches_open' && isLeaving(action)) {
        // Somebody has called one meanwhile, or it was left behind: it is asked about, whatever was gone on without before.
        this.#goneOn = new Set();
        this.dialog = { kind: 'leave', action };
      }
      return !answer.refusal;
    } catch (error) {
      this.#await(action);
      this.failed = hubCode(error) ?? String((error as Error).message);
      return false;
    }
  }

  /** Until it is answered: under the same id it is safe to send again, and done once. */
  async #answer(command: Command): Promise<Answer> {
    const commandId = newCommandId();
    for (let first = true; ; first = false) {
      try {
        const answer = await this.connection.send(command, commandId);
        if (!first) this.unknown--;
        return answer;
      } catch (error) {
        if (hubCode(error) !== 'outcome_unknown') {
          if (!first) this.unknown--;
          throw error;
        }
        if (first) this.unknown++;
        await new Promise((go) => setTimeout(go, askAgainAfter));
      }
    }
  }

  #await(action: OperatorAction, what?: { kind: ActionKind; answer?: Reached }): void {
    const awaited = new Map(this.#awaited);
    if (what) awaited.set(subjectOf(action), what);
    else awaited.delete(subjectOf(action));
    this.#awaited = awaited;
  }
}
