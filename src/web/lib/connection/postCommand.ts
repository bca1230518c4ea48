import type { CommandAnswer, CommandRequest } from '../api/index.ts';
import { reloadOnce } from '../reloadOnce.ts';
import { deviceClocks } from './freshness.ts';
import { ProblemError } from './http.ts';
import { request } from './plainRequests.ts';
import { cannotGoOn } from './serverCode.ts';

/** Milliseconds before it may go again to a server that has failed, or to none. */
const pause = 1_000;

/**
 * A command by a plain POST. A refusal is an answer, as the hub gives it.
 * @param limit milliseconds after which its answer is not waited for any more
 * @returns null if nobody has answered: it may be stored or not, and goes again under the same id
 * @throws ProblemError if the server says by a code why it could not take it
 */
export async function postCommand(teleconference: string, command: CommandRequest, limit: number): Promise<CommandAnswer | null> {
  const sent = deviceClocks.steady();
  try {
    return await request<CommandAnswer>(`/api/teleconferences/${encodeURIComponent(teleconference)}/commands`, asJson(command), limit);
  } catch (error) {
    const problem = error instanceof ProblemError ? (error.problem as Partial<CommandAnswer> & ProblemError['problem']) : undefined;
    if (problem?.code && problem.commandId === command.commandId) {
      const { commandId, seq, state, launches, changedBy, code } = problem;
      return { commandId, seq: seq ?? 0, state, launches, changedBy, refusal: code as CommandAnswer['refusal'] };
    }
    if (problem?.code) throw error;
    if (cannotGoOn(error)) reloadOnce();
    await new Promise((go) => setTimeout(go, sent + pause - deviceClocks.steady()));
    return null;
  }
}

const asJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
