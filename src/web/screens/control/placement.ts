import type { LaunchRow, SegmentRow } from '../../lib/api/index.ts';

/** The segments in which a launch may stand: those of its own site, and those of none. */
export const segmentsFor = ({ siteId }: Pick<LaunchRow, 'siteId'>, segments: readonly SegmentRow[]): SegmentRow[] =>
  segments.filter((segment) => !segment.siteId || segment.siteId === siteId);

/** Before which segment one stands in an order; undefined: it is the last, or not in it. @param order ids */
export function standsBefore(id: string, order: readonly string[]): string | undefined {
  const at = order.indexOf(id);
  return at < 0 ? undefined : order[at + 1];
}

/** The order with one segment moved up (−) or down (+); the same order where it cannot go further. @param order ids */
export function shifted(id: string, by: number, order: readonly string[]): string[] {
  const from = order.indexOf(id);
  const to = Math.min(order.length - 1, Math.max(0, from + by));
  const moved = order.filter((other) => other !== id);
  if (from >= 0) moved.splice(to, 0, id);
  return moved;
}
