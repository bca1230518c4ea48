import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError } from './connection/http.ts';
import { cannotGoOn } from './connection/serverCode.ts';
import { partMissing, reloadOnce } from './reloadOnce.ts';

function session(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) } as never;
}

afterEach(() => void vi.unstubAllGlobals());

test('a page loads itself anew once, and never twice in one build', () => {
  const reload = vi.fn();
  const storage = session();
  for (let i = 0; i < 3; i++) reloadOnce(storage, reload);
  expect(reload).toHaveBeenCalledTimes(1);
});

test('where the session keeps nothing it never does: it could not end', () => {
  const reload = vi.fn();
  reloadOnce(undefined, reload);
  const full = {
    ...session(),
    getItem: () => null,
    setItem: () => {
      throw new Error('quota');
    },
  } as never;
  reloadOnce(full, reload);
  expect(reload).not.toHaveBeenCalled();
});

test.each([
  [new Error("Failed to invoke 'Control'. HubException: unknown_method"), true],
  [new Error("Failed to invoke 'Control'. HubException: bad_arguments"), true],
  [new Error("Failed to invoke 'Control'. HubException: not_allowed"), false],
  [new ProblemError({ status: 404 }), true],
  [new ProblemError({ status: 404, code: 'unknown_teleconference' }), false],
  [new ProblemError({ status: 502 }), false],
  [new TypeError('fetch failed'), false],
])('whether the page cannot go on: %s', (error, cannot) => {
  expect(cannotGoOn(error)).toBe(cannot);
});

test('a missing part is a reason only where the server answers: without a line nothing can be loaded', async () => {
  const reload = vi.fn();
  vi.stubGlobal('location', { pathname: '/watch/2021' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  await partMissing(reload);
  vi.stubGlobal('fetch', async () => new Response(null, { status: 502 }));
  await partMissing(reload);
  expect(reload).not.toHaveBeenCalled();
  vi.stubGlobal('fetch', async () => new Response('<html>'));
  await partMissing(reload);
  expect(reload).toHaveBeenCalledTimes(1);
});
