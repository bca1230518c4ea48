import type { ControlView, SegmentRow } from '../../lib/api/index.ts';
import type { OperatorAction } from './actions.ts';
import type { OperatorActions } from './operatorActions.svelte.ts';
import { shifted, standsBefore } from './placement.ts';

/** A row as the list draws it. The drag library gives the row that is dragged another id for a moment. */
export interface ListedSegment {
  id: string;
  segmentId: string;
}

/** A segment that is being moved, and the list as it was when the move began: others' edits show once it is dropped. */
interface Held {
  segment: SegmentRow;
  version: number;
  from: readonly string[];
  rows: ReadonlyMap<string, SegmentRow>;
  items: readonly ListedSegment[];
  /** It is dropped, and the answer awaited. */
  sent?: OperatorAction;
}

/** What is said to who cannot see it, as a message's key: with the segment, its place and how many there are. */
export type Said = 'lifted' | 'atPlace' | 'putBack';

const listed = (order: readonly string[]): ListedSegment[] => order.map((id) => ({ id, segmentId: id }));

/**
 * Moving segments by a pointer or by keys. Whatever way it goes, in the end it is one command that names the order's version
 * which was seen when it began; the list shows the server's order again as soon as that is answered.
 */
export class OrderMove {
  #held = $state.raw<Held | null>(null);

  constructor(
    private readonly view: () => ControlView,
    private readonly actions: OperatorActions,
  ) {}

  /** What is lifted and not dropped yet. */
  get lifted(): string | undefined {
    return this.#held && !this.#held.sent ? this.#held.segment.id : undefined;
  }

  /** The rows to draw, in order. */
  get items(): readonly ListedSegment[] {
    return this.#held?.items ?? listed(this.view().segments.map(({ id }) => id));
  }

  /** Of a row that somebody else has removed meanwhile: as it was. */
  kept(id: string): SegmentRow | undefined {
    return this.#held?.rows.get(id);
  }

  /** False: another move is not answered yet, or nothing can be stored. */
  canLift(id: string): boolean {
    const { head, segments } = this.view();
    const segment = segments.find((row) => row.id === id);
    return !!segment && !this.#held && !this.actions.blocked({ kind: 'move', version: head.orderVersion, segment });
  }

  lift(id: string): boolean {
    if (!this.canLift(id)) return false;
    const { head, segments } = this.view();
    const segment = segments.find((row) => row.id === id)!;
    const from = segments.map((row) => row.id);
    const rows = new Map(segments.map((row) => [row.id, row]));
    this.#held = { segment, version: head.orderVersion, from, rows, items: listed(from) };
    return true;
  }

  /** It is over another place now. */
  over(items: readonly ListedSegment[]): void {
    if (this.lifted) this.#held = { ...this.#held!, items };
  }

  /** By so many places, up (−) or down (+). */
  shift(by: number): void {
    const { segment, items } = this.#held!;
    this.over(
      listed(
        shifted(
          segment.id,
          by,
          items.map(({ segmentId }) => segmentId),
        ),
      ),
    );
  }

  drop(): void {
    if (!this.lifted) return;
    const { segment, version, from, items } = this.#held!;
    const order = items.map(({ segmentId }) => segmentId);
    const before = standsBefore(segment.id, order);
    if (before === standsBefore(segment.id, from)) return this.cancel();
    const sent: OperatorAction = { kind: 'move', version, segment, before };
    this.#held = { ...this.#held!, items: listed(order), sent };
    void this.actions.perform(sent);
  }

  /** It stays where it was. */
  cancel(): void {
    if (this.lifted) this.#held = null;
  }

  /** What a key does at the handle of a segment, and what is to be said of it; undefined: the key is not for moving. */
  press(id: string, { key, altKey, repeat }: Pick<KeyboardEvent, 'key' | 'altKey' | 'repeat'>): Said | undefined {
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[key];
    const isSpace = key === ' ' || key === 'Enter';
    if (this.lifted === id) {
      if (by) this.shift(by);
      else if (isSpace && !repeat) this.drop();
      else if (key === 'Escape') this.cancel();
      else return undefined;
      return key === 'Escape' ? 'putBack' : 'atPlace';
    }
    if (isSpace) return !repeat && this.lift(id) ? 'lifted' : undefined;
    if (!by || !altKey || !this.lift(id)) return undefined;
    this.shift(by);
    this.drop();
    return 'atPlace';
  }

  /** To be called whenever answers or the view may have come: what was answered is not held any more. */
  settle(): void {
    if (this.#held?.sent && !this.actions.busy(this.#held.sent)) this.#held = null;
  }
}
