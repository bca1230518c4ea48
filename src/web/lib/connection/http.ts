import type { Problem } from '../api/index.ts';
import { reloadOnce } from '../reloadOnce.ts';

/** What the server answered instead of doing it. `problem.code` is stable; `title` and `detail` are in English. */
export class ProblemError extends Error {
  /** @param retryAfter milliseconds after which the server wants to be asked again; 0: it has not said */
  constructor(
    readonly problem: Problem,
    readonly retryAfter = 0,
  ) {
    super(problem.title ?? `HTTP ${problem.status}`);
  }
}

/**
 * Sends JSON and gives back the answer's, undefined if it has none.
 * @param body a value, or a file that is sent as it is
 * @throws ProblemError with the server's problem; TypeError if the server cannot be reached
 */
export async function post<T>(url: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body instanceof Blob ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = text.startsWith('{') ? JSON.parse(text) : undefined;
  if (answer.status === 404 && !json?.code) reloadOnce();
  if (!answer.ok) throw new ProblemError(json ?? { status: answer.status });
  return json as T;
}
