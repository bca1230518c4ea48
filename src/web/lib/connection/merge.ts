// Pure merging of updates into views, for every audience: the names of the parts do not matter here, but for the running order,
// whose segments can also move and go.

/** Where a view stands in its log: the seq of an event and the first digits of its seal. Another log has another seal there. */
export interface Placed {
  seq: number;
  seal: string;
}

/** From which place to which an update leads. */
export interface Span {
  from: number;
  fromSeal: string;
  to: number;
  toSeal: string;
}

/** A place as the server reads it. */
export const placeOf = (view: Placed): string => `${view.seq}-${view.seal}`;

type Row = { id: string | number };

const isRows = (part: unknown): part is Row[] => Array.isArray(part);

/** Rows replace those of the same id, in their place; unknown ones come at the end. */
export function mergeRows<R extends Row>(before: readonly R[], changed: readonly R[]): R[] {
  const news = new Map(changed.map((row) => [row.id, row]));
  const merged = before.map((row) => {
    const fresh = news.get(row.id);
    news.delete(row.id);
    return fresh ?? row;
  });
  return [...merged, ...news.values()];
}

/** The rows of these ids in this order: one that is not named any more is gone. */
function inOrder(rows: readonly Row[], order: readonly (string | number)[]): Row[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap((id) => known.get(id) ?? []);
}

/**
 * The view after an update. The same view if it has the update already; null if the update belongs to another view, so
 * that the whole view must be asked for.
 */
export function merge<V extends Placed, U extends Span>(view: V | null, update: U): V | null {
  if (!view) return null;
  if (update.to === view.seq && update.toSeal === view.seal) return view;
  if (update.from !== view.seq || update.fromSeal !== view.seal) return null;
  const { from: _from, fromSeal: _fromSeal, to, toSeal, order, ...parts } = update as U & { order?: string[] | null };
  const merged = { ...view } as Record<string, unknown>;
  for (const [name, part] of Object.entries(parts)) {
    if (part == null) continue;
    const before = merged[name];
    merged[name] = isRows(part) && isRows(before) ? mergeRows(before, part) : part;
  }
  if (order && isRows(merged.segments)) merged.segments = inOrder(merged.segments, order);
  merged.seq = to;
  merged.seal = toSeal;
  return merged as unknown as V;
}
