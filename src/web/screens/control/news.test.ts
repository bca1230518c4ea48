import { expect, test } from 'vitest';
import { launch, logged, show, site } from './fixtures.ts';
import { gathering, lostOnAir, newsSince } from './news.ts';
import { indexView } from './viewIndex.ts';

const row = (id: number, launchId = 'mill') => logged('launch_confirmed', { id, launchId });
const ids = (rows: ReturnType<typeof newsSince>) => rows?.map(({ id }) => id);

test('what follows the row that was told last is news, whatever numbers are left out', () => {
  expect(ids(newsSince(row(3), [row(1), row(3), row(5), row(6)]))).toEqual([5, 6]);
  expect(newsSince(row(3), [row(1), row(3)])).toEqual([]);
});

test('what was there when the screen was opened is no news', () => {
  expect(newsSince(undefined, [row(1), row(2)])).toEqual([]);
});

test('a log that ends before what was told is another one, and nothing in it is news', () => {
  expect(newsSince(row(5), [row(1), row(3)])).toBeNull();
});

test('a log that has another row in its place is another one, however much longer it is', () => {
  expect(newsSince(row(5, 'mill'), [row(1), row(5, 'smelter'), row(6), row(90)])).toBeNull();
});

test('what happened in another log at another moment is another row', () => {
  expect(newsSince(row(5), [row(1), { ...row(5), at: '2017-12-06T05:00:00.001Z' }])).toBeNull();
});

test('after so long that the view does not reach back to what was told, nothing is told', () => {
  expect(newsSince(row(5), [row(400), row(401)])).toEqual([]);
});

const of = (launches = [launch('mill', 'aksu', 'link'), launch('press', 'aksu', 'link'), launch('port', 'kuryk', 'link')]) =>
  indexView(show('link', launches, [site('aksu'), site('kuryk')]));

test('the same kind at one site is gathered, whichever launch it was, and no other', () => {
  const key = (launchId: string, type = 'launch_confirmed') => gathering(logged(type, { launchId }), of())?.key;
  expect(key('press')).toBe(key('mill'));
  expect(key('port')).not.toBe(key('mill'));
  expect(key('mill', 'launch_called')).not.toBe(key('mill'));
});

test('of the moves of the running order the newest stands for all', () => {
  const [on, back] = ['segment_went_on_air', 'stepped_back'].map((type) => gathering(logged(type, { segmentId: 'link' }), of()));
  expect([on?.key, on?.message]).toEqual([back?.key, undefined]);
  expect(gathering(logged('teleconference_started'), of())).toBeUndefined();
});

test('a line is lost on air where the site has a launch in the segment on air, and nowhere else', () => {
  const lost = (onAir: string, siteId: string, type = 'site_disconnected') =>
    lostOnAir(logged(type, { siteId }), show(onAir), indexView(show(onAir)));
  expect(lost('link', 'aksu')).toBe(true);
  expect(lost('open', 'aksu')).toBe(false);
  expect(lost('link', 'kuryk')).toBe(false);
  expect(lost('link', 'aksu', 'site_connected')).toBe(false);
});
