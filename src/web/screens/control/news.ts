import type { LogRow } from '../../lib/api/index.ts';

/**
 * The rows that were logged after one that was told already; null if the log does not have that very row in its place: it
 * is another log, of a server that came back with a restored backup.
 */
export function newsSince(told: LogRow | undefined, log: readonly LogRow[]): LogRow[] | null {
  // What was told lies so far back that the view does not reach there any more: nobody reads so many notices.
  if (!told || (log[0] && log[0].id > told.id)) return [];
  const at = log.findLastIndex(({ id }) => id === told.id);
  return at >= 0 && JSON.stringify(log[at]) === JSON.stringify(told) ? log.slice(at + 1) : null;
}
