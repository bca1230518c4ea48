import { expect, test } from 'vitest';
import { indexView } from './viewIndex.ts';
import { launch, show, site, view, segment } from './fixtures.ts';
import { warningsFor, upcomingSegments, groupWarnings, lostOnAir } from './warnings.ts';

const warned = (shown: ReturnType<typeof show>) => warningsFor(shown.segments[1]!, indexView(shown)).map(({ kind }) => kind);

test('a site that is not connected, or was never seen, stands against its segment', () => {
  expect(warned(show('open', [], [site('aksu')]))).toEqual(['not_connected']);
  expect(warned(show('open', [], [site('aksu', { connected: false, ready: true })]))).toEqual(['not_connected']);
});

test('a connected site that said no, or nothing, is told apart', () => {
  expect(warned(show('open', [], [site('aksu', { connected: true, ready: false })]))).toEqual(['not_ready']);
  expect(warned(show('open', [], [site('aksu', { connected: true })]))).toEqual(['not_said']);
  expect(warned(show('open', [], [site('aksu', { connected: true, ready: true })]))).toEqual([]);
});

test('a postponed launch is told before its segment', () => {
  const shown = show('open', [launch('mill', 'aksu', 'link', { state: 'postponed' })], [site('aksu', { connected: true, ready: true })]);
  expect(warned(shown)).toEqual(['postponed']);
});

test('what comes is what follows the segment on air; before the start, the first ones; after the end, nothing', () => {
  expect(upcomingSegments(show('link')).map(({ id }) => id)).toEqual(['close']);
  expect(upcomingSegments(view({ segments: [segment('a'), segment('b')] })).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(upcomingSegments(view({ head: { phase: 'ended' }, segments: [segment('a')] }))).toEqual([]);
});

test('many warnings of one kind are one line, and hide none of another', () => {
  const of = (id: string) => ({ kind: 'postponed', launch: launch(id, 'aksu', 'link') }) as const;
  const other = { kind: 'not_connected', site: site('aksu') } as const;
  expect(groupWarnings([of('a'), of('b'), other])).toEqual([{ kind: 'postponed', count: 2 }, other]);
});

test('the site on air that has lost its line is told; one that never had a line, or is not on air, is not', () => {
  const lost = (onAir: string, connected: boolean | undefined, more = {}) => {
    const shown = show(onAir, [], [site('aksu', { connected })]);
    return lostOnAir({ ...shown, head: { ...shown.head, ...more } }, indexView(shown))?.id;
  };
  expect(lost('link', false)).toBe('aksu');
  expect(lost('link', true)).toBeUndefined();
  expect(lost('link', undefined)).toBeUndefined();
  expect(lost('open', false)).toBeUndefined();
  expect(lost('link', false, { phase: 'ended' })).toBeUndefined();
});

test('the site of a launch on air counts as well as the segment’s own', () => {
  const sites = [site('aksu', { connected: true }), site('aktobe', { connected: false })];
  const shown = show('link', [launch('mill', 'aktobe', 'link', { state: 'called' })], sites);
  expect(lostOnAir(shown, indexView(shown))?.id).toBe('aktobe');
});
