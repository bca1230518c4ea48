import { beforeEach, expect, test } from 'vitest';
import type { SiteView } from '../../lib/api/index.ts';
import { keepView, keptView } from './keep.ts';

const view = { seq: 4, head: {}, totals: {}, segments: [], site: { id: 'aksu' }, launches: [], siteNames: [] } as unknown as SiteView;
let kept: Map<string, string>;
let device: Storage;

beforeEach(() => {
  kept = new Map();
  device = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
});

test('the last view comes back with the time at which it was heard, for its own site alone', () => {
  keepView('2017', 'aksu', view, 1_000, device);
  expect(keptView('2017', 'aksu', device)).toEqual({ view, at: 1_000 });
  expect(keptView('2017', 'aktau', device)).toBeUndefined();
  expect(keptView('2021', 'aksu', device)).toBeUndefined();
});

test('a view that must not be shown any more is forgotten', () => {
  keepView('2017', 'aksu', view, 1_000, device);
  keepView('2017', 'aksu', null, 2_000, device);
  expect(kept.size).toBe(0);
});

test('what is damaged, of another shape or cannot be read is no view', () => {
  keepView('2017', 'aksu', view, 1_000, device);
  const [key] = kept.keys();
  for (const bad of ['{"view":', 'null', '{"at":1}', '{"at":1,"view":null}', JSON.stringify({ at: 1, view: { ...view, siteNames: undefined } })]) {
    kept.set(key!, bad);
    expect(keptView('2017', 'aksu', device), bad).toBeUndefined();
  }
  const locked = { getItem() { throw new Error('no'); }, setItem() { throw new Error('no'); } } as unknown as Storage;
  expect(keptView('2017', 'aksu', locked)).toBeUndefined();
  expect(() => keepView('2017', 'aksu', view, 1, locked)).not.toThrow();
});
