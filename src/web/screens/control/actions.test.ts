import { expect, test } from 'vitest';
import { launchActions, commandOf, needsReason, availableActions, offered, subjectOf, type OperatorAction } from './actions.ts';
import { launch, segment, show, view } from './fixtures.ts';

const mill = (state: 'planned' | 'called' | 'confirmed' | 'postponed', id = 'mill') => launch(id, 'aksu', 'link', { state, attempt: 2 });
/** What the places back, primary, next and end offer: an act, or why not. */
const bar = (of: ReturnType<typeof availableActions>) =>
  (['back', 'primary', 'next', 'end'] as const).map((place) => {
    const offer = of.at[place];
    return typeof offer === 'string' ? `(${offer})` : offer.kind;
  });

test('a draft offers the start and nothing else', () => {
  const available = availableActions(view({ segments: [segment('open')] }));
  expect(bar(available)).toEqual(['(not_started)', 'start', '(not_started)', '(not_started)']);
});

test('a segment without launches offers the next one, bound to what is on air, at its own place and as the thing to do', () => {
  const { at } = availableActions(show('open'));
  expect(at.primary).toMatchObject({ kind: 'next', step: 0, segment: { id: 'link' } });
  expect(at.next).toEqual(at.primary);
  expect(commandOf(at.primary as OperatorAction)).toEqual({ type: 'next', step: 0, segmentId: 'link', open: [] });
});

test('the first segment has nothing before it, and its place says so', () => {
  expect(bar(availableActions(show('open')))).toEqual(['(nothing_before)', 'next', 'next', 'end']);
});

test('a launch of the segment on air is called before the show goes on', () => {
  const available = availableActions(show('link'));
  expect(available.at.primary).toMatchObject({ kind: 'call', launch: { id: 'mill' } });
  expect(bar(available)).toEqual(['back', 'call', 'next', 'end']);
});

test('a called launch is waited for; confirming in its place and going on stay possible', () => {
  const available = availableActions(show('link', [mill('called')]));
  expect(available.waiting?.id).toBe('mill');
  expect(bar(available)).toEqual(['back', 'confirm', 'next', 'end']);
});

test('of two launches the first one that is not called is called', () => {
  const available = availableActions(show('link', [mill('confirmed'), mill('planned', 'smelter'), mill('planned', 'press')]));
  expect(available.at.primary).toMatchObject({ kind: 'call', launch: { id: 'smelter' } });
});

test('two presses of the call do not call two launches: the first is waited for', () => {
  const available = availableActions(show('link', [mill('called'), mill('planned', 'smelter')]));
  expect(available.at.primary).toMatchObject({ kind: 'confirm', launch: { id: 'mill' } });
  expect(offered(available).map(({ kind }) => kind)).not.toContain('call');
});

test.each(['confirmed', 'postponed'] as const)('with its launch %s the show goes on', (state) => {
  expect(bar(availableActions(show('link', [mill(state)])))).toEqual(['back', 'next', 'next', 'end']);
});

test('a call of an earlier segment does not hold the show up', () => {
  expect(bar(availableActions(show('close', [mill('called')])))).toEqual(['back', 'end', '(nothing_next)', 'end']);
});

test('the last segment with an open launch can still be ended', () => {
  const last = view({
    head: { phase: 'live', onAir: 'only' },
    segments: [segment('only', { state: 'on_air' })],
    launches: [launch('mill', 'aksu', 'only')],
  });
  expect(bar(availableActions(last))).toEqual(['(nothing_before)', 'call', '(nothing_next)', 'end']);
});

test('after the end every place is there and offers nothing', () => {
  const available = availableActions(view({ head: { phase: 'ended' }, segments: [segment('open', { state: 'done' })] }));
  expect(new Set(bar(available))).toEqual(new Set(['(already_ended)']));
  expect(offered(available)).toEqual([]);
});

test('what the large button and a place of its own offer is one act', () => {
  expect(offered(availableActions(show('open'))).map(({ kind }) => kind)).toEqual(['next', 'end']);
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
  const moves = offered(availableActions(show('link', [mill('confirmed')])));
  expect(moves.map(({ kind }) => kind)).toEqual(['back', 'next', 'end']);
  expect(new Set(moves.map(subjectOf)).size).toBe(1);
  expect(subjectOf({ kind: 'call', launch: mill('planned') })).not.toBe(subjectOf({ kind: 'call', launch: mill('planned', 'smelter') }));
});
