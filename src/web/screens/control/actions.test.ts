import { expect, test } from 'vitest';
import { launchActions, commandOf, needsReason, availableActions, subjectOf } from './actions.ts';
import { launch, segment, show, view } from './fixtures.ts';

const mill = (state: 'planned' | 'called' | 'confirmed' | 'postponed', id = 'mill') => launch(id, 'aksu', 'link', { state, attempt: 2 });
const kindsOf = (of: ReturnType<typeof availableActions>) => [of.primary?.kind, of.secondary.map((action) => action.kind)];

test('a draft offers the start and nothing else', () => {
  const available = availableActions(view({ segments: [segment('open')] }));
  expect(kindsOf(available)).toEqual(['start', []]);
});

test('a segment without launches offers the next one, bound to what is on air', () => {
  const available = availableActions(show('open'));
  expect(available.primary).toMatchObject({ kind: 'next', step: 0, segment: { id: 'link' } });
  expect(commandOf(available.primary!)).toEqual({ type: 'next', step: 0, segmentId: 'link', open: [] });
});

test('a launch of the segment on air is called before the show goes on', () => {
  const available = availableActions(show('link'));
  expect(available.primary).toMatchObject({ kind: 'call', launch: { id: 'mill' } });
  expect(kindsOf(available)[1]).toEqual(['next', 'back', 'end']);
});

test('a called launch is waited for; confirming in its place and going on stay possible', () => {
  const available = availableActions(show('link', [mill('called')]));
  expect(available.waiting?.id).toBe('mill');
  expect(kindsOf(available)).toEqual(['confirm', ['next', 'back', 'end']]);
});

test('two presses of the call do not call two launches: the second one waits beside', () => {
  const available = availableActions(show('link', [mill('called'), mill('planned', 'smelter')]));
  expect(kindsOf(available)).toEqual(['confirm', ['call', 'next', 'back', 'end']]);
});

test.each(['confirmed', 'postponed'] as const)('with its launch %s the show goes on', (state) => {
  expect(kindsOf(availableActions(show('link', [mill(state)])))).toEqual(['next', ['back', 'end']]);
});

test('a call of an earlier segment does not hold the show up', () => {
  expect(kindsOf(availableActions(show('close', [mill('called')])))).toEqual(['end', ['back']]);
});

test('the last segment with an open launch can still be ended', () => {
  const last = view({
    head: { phase: 'live', onAir: 'only' },
    segments: [segment('only', { state: 'on_air' })],
    launches: [launch('mill', 'aksu', 'only')],
  });
  expect(kindsOf(availableActions(last))).toEqual(['call', ['end']]);
});

test('after the end nothing is offered', () => {
  expect(kindsOf(availableActions(view({ head: { phase: 'ended' }, segments: [segment('open', { state: 'done' })] })))).toEqual([
    undefined,
    [],
  ]);
});

test('each state of a launch has its own actions, and a confirmation can be taken or taken back after the end', () => {
  const on = (state: Parameters<typeof mill>[0], phase: 'draft' | 'live' | 'ended') =>
    launchActions(mill(state), phase).map((action) => action.kind);
  expect(on('planned', 'draft')).toEqual(['postpone']);
  expect(on('planned', 'live')).toEqual(['call', 'postpone']);
  expect(on('called', 'ended')).toEqual(['confirm', 'postpone']);
  expect(on('confirmed', 'ended')).toEqual(['retract']);
  expect(on('postponed', 'live')).toEqual(['bring_back']);
});

test('a confirmation for the site names the call that it answers, and its reason', () => {
  const action = { kind: 'confirm', launch: mill('called') } as const;
  expect(needsReason(action)).toBe(true);
  expect(commandOf(action, 'By phone')).toEqual({ type: 'confirm_launch', launchId: 'mill', attempt: 2, reason: 'By phone' });
});

test('all moves of the running order are one subject, each launch is one of its own', () => {
  const [next, back] = [availableActions(show('open')).primary!, availableActions(show('close')).secondary[0]!];
  expect(subjectOf(next)).toBe(subjectOf(back));
  expect(subjectOf({ kind: 'call', launch: mill('planned') })).not.toBe(subjectOf({ kind: 'call', launch: mill('planned', 'smelter') }));
});
