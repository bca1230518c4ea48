import { expect, test } from 'vitest';
import { availableActions, following, launchActions, offered, type OperatorAction } from './actions.ts';
import { commandOf, needsReason, subjectOf } from './commands.ts';
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
  expect(offered(availableActions(show('open'))).map(({ kind }) => kind)).toEqual(['hold', 'shorter', 'longer', 'next', 'end']);
});

test('each state of a launch has its own actions, and a confirmation can be taken or taken back after the end', () => {
  const on = (state: Parameters<typeof mill>[0], phase: 'draft' | 'live' | 'ended') =>
    launchActions(mill(state), phase).map((action) => action.kind);
  expect(on('planned', 'draft')).toEqual(['postpone']);
  expect(on('planned', 'live')).toEqual(['call', 'postpone']);
  expect(on('called', 'ended')).toEqual(['confirm', 'take_back', 'postpone']);
  expect(on('confirmed', 'ended')).toEqual(['retract']);
  expect(on('postponed', 'live')).toEqual(['bring_back']);
});

test('a confirmation for the site names the call that it answers, and its reason', () => {
  const action = { kind: 'confirm', launch: mill('called') } as const;
  expect(needsReason(action)).toBe(true);
  expect(commandOf(action, 'By phone')).toEqual({ type: 'confirm_launch', launchId: 'mill', attempt: 2, reason: 'By phone' });
});

test('all moves of the running order are one subject, each launch is one of its own', () => {
  const moves = offered(availableActions(show('link', [mill('confirmed')]))).filter((action) => 'step' in action);
  expect(moves.map(({ kind }) => kind)).toEqual(['back', 'hold', 'next', 'end']);
  expect(new Set(moves.map(subjectOf)).size).toBe(1);
  expect(subjectOf({ kind: 'call', launch: mill('planned') })).not.toBe(subjectOf({ kind: 'call', launch: mill('planned', 'smelter') }));
});

test('Next passes over what is skipped, and Back goes to what was on air before', () => {
  const skipping = show('open');
  skipping.segments[1]!.skipped = true;
  expect(following(skipping)?.id).toBe('close');
  const jumped = show('close');
  expect(availableActions({ ...jumped, head: { ...jumped.head, backTo: 'open' } }).at.back).toMatchObject({ segment: { id: 'open' } });
});

test('a step names the launches that it leaves open, and the end every one that is not settled', () => {
  const launches = [mill('called'), mill('planned', 'smelter'), mill('confirmed', 'press')];
  launches[0]!.open = true;
  const live = show('link', launches);
  const { next, end } = availableActions(live).at;
  expect(commandOf(next as OperatorAction)).toMatchObject({ open: ['mill'] });
  expect(commandOf(end as OperatorAction)).toMatchObject({ open: ['mill', 'smelter'] });
});

test('a held segment goes on at the place where it was held', () => {
  const live = show('open');
  expect(availableActions(live).at.hold).toMatchObject({ kind: 'hold' });
  expect(availableActions({ ...live, head: { ...live.head, heldSince: '2021-09-28T05:00:00Z' } }).at.hold).toMatchObject({
    kind: 'resume',
  });
});

test('undo and redo are of the reader alone, in the draft as well', () => {
  const act = { act: 7, type: 'segment_moved', segmentId: 'link' };
  const draft = view({ segments: [segment('open')], acts: { Aliya: { undo: act }, Berik: { redo: act } } });
  const of = (me?: string) => (({ undo, redo }) => [undo, redo])(availableActions(draft, me).at);
  expect(of('Aliya')).toEqual([{ kind: 'undo', act, open: [] }, 'nothing_to_redo']);
  expect(of('Berik')).toEqual(['nothing_to_undo', { kind: 'redo', act, open: [] }]);
  expect(of()).toEqual(['nothing_to_undo', 'nothing_to_redo']);
});

test('the call that is taken back is the newest', () => {
  const older = { ...mill('called'), changedAt: '2021-09-28T05:00:00Z' };
  const newer = { ...mill('called', 'smelter'), changedAt: '2021-09-28T05:01:00Z' };
  const { take_back } = availableActions(show('close', [newer, older])).at;
  expect(commandOf(take_back as OperatorAction)).toEqual({ type: 'take_back_call', launchId: 'smelter', attempt: 2 });
});

test('an edit names its row, and what changes the order names its version', () => {
  const row = segment('open', { seq: 9, title: { en: 'Opening' } });
  expect(commandOf({ kind: 'longer', segment: row })).toEqual({ type: 'adjust_duration', row: 9, segmentId: 'open', bySeconds: 30 });
  expect(commandOf({ kind: 'move', version: 4, segment: row, before: 'close' })).toEqual({
    type: 'move_segment',
    version: 4,
    segmentId: 'open',
    before: 'close',
  });
  expect(commandOf({ kind: 'edit', segment: row, row: { ...row, fixedTime: '12:00:00' } })).toEqual({
    type: 'edit_segment',
    row: 9,
    segmentId: 'open',
    kind: 'speech',
    title: { en: 'Opening' },
    plannedSeconds: 60,
    fixedStart: '12:00:00',
  });
});
