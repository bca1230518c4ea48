import { expect, test } from 'vitest';
import type { LaunchRow } from '../../lib/api/index.ts';
import type { OperatorAction } from './actions.ts';
import { launch, logged, show, view } from './fixtures.ts';
import { lastAbout, standingOf } from './standing.ts';

const mill = (more: Partial<LaunchRow> = {}) => launch('mill', 'aksu', 'link', more);
const about = (kind: 'call' | 'confirm' | 'postpone' | 'bring_back' | 'retract', seen: LaunchRow): OperatorAction => ({
  kind,
  launch: seen,
});

test('what nothing has happened to stands as it was seen', () => {
  const seen = mill({ state: 'called', attempt: 1 });
  expect(standingOf(about('confirm', seen), show('link', [{ ...seen, reason: 'asked twice' }]))).toBe('as_seen');
});

test.each([
  ['confirm', 'called', 'confirmed'],
  ['confirm', 'called', 'postponed'],
  ['postpone', 'planned', 'confirmed'],
  ['postpone', 'called', 'postponed'],
  ['bring_back', 'postponed', 'planned'],
  ['retract', 'confirmed', 'called'],
] as const)('to %s what was %s makes no sense once it is %s', (kind, state, now) => {
  expect(standingOf(about(kind, mill({ state })), show('link', [mill({ state: now })]))).toBe('moot');
});

test('a planned launch that was called meanwhile can still be postponed, but not unseen', () => {
  expect(standingOf(about('postpone', mill()), show('link', [mill({ state: 'called', attempt: 1 })]))).toBe('changed');
});

test('a launch that was called again is not the one that was to be confirmed', () => {
  const seen = mill({ state: 'called', attempt: 1 });
  expect(standingOf(about('confirm', seen), show('link', [{ ...seen, attempt: 2 }]))).toBe('changed');
});

test('about a launch that is no more nothing makes sense', () => {
  expect(standingOf(about('postpone', mill()), show('link', []))).toBe('moot');
});

test('the start makes no sense once the show is live, and the end once another segment is on air', () => {
  const draft = view({ segments: show('open').segments });
  const start: OperatorAction = { kind: 'start', segment: draft.segments[0]! };
  expect([standingOf(start, draft), standingOf(start, show('open'))]).toEqual(['as_seen', 'moot']);
  const live = view({ head: { phase: 'live', onAir: 'open', step: 3 }, segments: draft.segments });
  const end: OperatorAction = { kind: 'end', step: 3, open: [] };
  expect(standingOf(end, live)).toBe('as_seen');
  // On air again, but not by the step that was seen.
  expect(standingOf(end, view({ ...live, head: { ...live.head, step: 7 } }))).toBe('moot');
  expect(standingOf(end, view({ head: { phase: 'ended', step: 3 } }))).toBe('moot');
});

test('of what happened the newest about the same thing is told', () => {
  const log = [
    logged('launch_called', { id: 1, launchId: 'mill' }),
    logged('launch_called', { id: 2, launchId: 'smelter' }),
    logged('segment_went_on_air', { id: 3, segmentId: 'link' }),
    logged('readiness_reported', { id: 4, siteId: 'aksu' }),
  ];
  expect(lastAbout(about('postpone', mill()), log)?.id).toBe(1);
  expect(lastAbout({ kind: 'end', step: 3, open: [] }, log)?.id).toBe(3);
  expect(lastAbout(about('postpone', launch('road', 'aksu', 'link')), log)).toBeUndefined();
});
