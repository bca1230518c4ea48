// Pure merging of updates into views, for every audience: the names of the parts do not matter here.

interface Seq {
  seq: number;
}

interface Span {
  from: number;
  to: number;
}

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

/**
 * The view after an update. The same view if it has the update already; null if the update belongs to another view, so
 * that the whole view must be asked for.
 */
export function merge<V extends Seq, U extends Span>(view: V | null, update: U): V | null {
  if (!view) return null;
  if (update.to <= view.seq) return view;
  if (update.from !== view.seq) return null;
  const { from: _, to, ...parts } = update;
  const merged = { ...view } as Record<string, unknown>;
  for (const [name, part] of Object.entries(parts)) {
    if (part == null) continue;
    const before = merged[name];
    merged[name] = isRows(part) && isRows(before) ? mergeRows(before, part) : part;
  }
  merged.seq = to;
  return merged as unknown as V;
}
