import type { UnreadableLog } from '../api/index.ts';

/** The logs that the server cannot read, or not any further; operators also get its sentence, in English. */
export const unreadableLogsUrl = '/api/unreadable-logs';

/** What the server says of a log that it cannot read; undefined if it says nothing of it. */
export async function findUnreadableLog(id: string): Promise<UnreadableLog | undefined> {
  try {
    const logs = (await (await fetch(unreadableLogsUrl)).json()) as UnreadableLog[];
    return logs.find((log) => log.id === id);
  } catch {
    return undefined;
  }
}
