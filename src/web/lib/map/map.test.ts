import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { loadRegions, regionName, regionState } from './index.ts';

/** Of the widest ring. */
function width(path: string): number {
  return Math.max(
    ...path.split('M').map((ring) => {
      let x = 0;
      const across = (ring.split('l')[1]?.match(/-?\d+/g) ?? []).filter((_, i) => i % 2 === 0).map((step) => (x += Number(step)));
      return Math.max(0, ...across) - Math.min(0, ...across);
    }),
  );
}

for (const [name, regions] of [
  ['2016', 16],
  ['2018', 17],
] as const) {
  test(`the regions of ${name} are all drawn, inside the frame, in a few kilobytes`, async () => {
    const set = (await loadRegions(name))!;
    expect(set.regions).toHaveLength(regions);
    for (const { key, city, path, at } of set.regions) {
      expect(path.startsWith('M'), key).toBe(!city);
      // A ring wound the wrong way would be drawn around the whole frame.
      if (!city) expect(width(path), key).toBeLessThan(set.width / 2);
      expect(at[0] > 0 && at[0] < set.width && at[1] > 0 && at[1] < set.height, key).toBe(true);
    }
    expect(gzipSync(JSON.stringify(set)).length).toBeLessThan(6_000);
  });
}

test('a city that was renamed is called as it was on the day', async () => {
  const set = await loadRegions('2018');
  expect(regionName(set, 'AST', '2018-09-01').en).toBe('Astana');
  expect(regionName(set, 'AST', '2021-09-28').en).toBe('Nur-Sultan');
  expect(regionName(set, 'XYZ').en).toBe('XYZ');
});

test('a region is called as long as anything in it is, and confirmed only when everything is', () => {
  const row = (launches: number, called: number, confirmed: number) => regionState({ launches, called, confirmed });
  expect([row(0, 0, 0), row(2, 0, 1), row(2, 1, 1), row(2, 0, 2)]).toEqual(['none', 'partly', 'called', 'confirmed']);
  expect(row(2, 0, 0)).toBe('planned');
});

test('a set that could not be loaded is asked for again until the line is back', async () => {
  vi.useFakeTimers();
  let tries = 0;
  const set = { width: 1, height: 1, regions: [] };
  const known = { 2018: () => (++tries < 3 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ default: set })) };
  const loaded = loadRegions('2018', known);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await loaded).toBe(set);
  expect(tries).toBe(3);
  expect(await loadRegions('1999', known)).toBeNull();
  vi.useRealTimers();
});
