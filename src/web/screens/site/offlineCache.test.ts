import { beforeEach, expect, test } from 'vitest';
import type { SiteView } from '../../lib/api/index.ts';
import { cacheView, cachedView } from './offlineCache.ts';

const view = {
  seq: 4,
  seal: 'a4',
  head: {},
  totals: {},
  segments: [],
  site: { id: 'aksu' },
  launches: [],
  siteNames: [],
} as unknown as SiteView;
let cached: Map<string, string>;
let device: Storage;

beforeEach(() => {
  cached = new Map();
  device = {
    getItem: (key: string) => cached.get(key) ?? null,
    setItem: (key: string, value: string) => void cached.set(key, value),
    removeItem: (key: string) => void cached.delete(key),
  } as unknown as Storage;
});

test('the last view comes back with the time at which it was heard, for its own site alone', () => {
  cacheView('2017', 'aksu', view, 1_000, device);
  expect(cachedView('2017', 'aksu', device)).toEqual({ view, at: 1_000 });
  expect(cachedView('2017', 'aktau', device)).toBeUndefined();
  expect(cachedView('2021', 'aksu', device)).toBeUndefined();
});

test('a view that must not be shown any more is forgotten', () => {
  cacheView('2017', 'aksu', view, 1_000, device);
  cacheView('2017', 'aksu', null, 2_000, device);
  expect(cached.size).toBe(0);
});

test('what is damaged, of another shape or cannot be read is no view', () => {
  cacheView('2017', 'aksu', view, 1_000, device);
  const [key] = cached.keys();
  for (const bad of [
    '{"view":',
    'null',
    '{"at":1}',
    '{"at":1,"view":null}',
    JSON.stringify({ at: 1, view: { ...view, siteNames: undefined } }),
  ]) {
    cached.set(key!, bad);
    expect(cachedView('2017', 'aksu', device), bad).toBeUndefined();
  }
  const locked = {
    getItem() {
      throw new Error('no');
    },
    setItem() {
      throw new Error('no');
    },
  } as unknown as Storage;
  expect(cachedView('2017', 'aksu', locked)).toBeUndefined();
  expect(() => cacheView('2017', 'aksu', view, 1, locked)).not.toThrow();
});
