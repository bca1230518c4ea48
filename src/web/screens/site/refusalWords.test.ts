import { expect, test } from 'vitest';
import type { LaunchRow, SiteView } from '../../lib/api/index.ts';
import type { PendingCommand } from '../../lib/connection/index.ts';
import { refusalWords } from './refusalWords.ts';

const view = (state: LaunchRow['state']) => ({ launches: [{ id: 'mill', state }] }) as SiteView;
const confirmation = (refusal: PendingCommand['refusal'], state?: string): PendingCommand => ({
  commandId: 'c',
  command: { type: 'confirm_launch', launchId: 'mill', attempt: 1 },
  at: 1,
  refusal,
  state,
});

test.each([
  ['launch_not_called', 'planned', 'refusedCallGone'],
  ['launch_not_called', 'postponed', 'refusedPostponed'],
  ['call_superseded', undefined, 'refusedEarlierCall'],
] as const)('a confirmation that came too late (%s, %s) says what had happened', (refusal, state, why) => {
  expect(refusalWords(confirmation(refusal, state), view('planned'))).toEqual({ why, todo: 'refusedTell' });
});

test('where the launch is called again, it can be confirmed again; else the control room has to be told', () => {
  expect(refusalWords(confirmation('call_superseded'), view('called')).todo).toBe('refusedAgain');
  expect(refusalWords(confirmation('call_superseded'), null).todo).toBe('refusedTell');
});

test('other refusals have their own words', () => {
  expect(refusalWords(confirmation('not_allowed'), view('called'))).toEqual({ why: 'not_allowed' });
  expect(refusalWords(confirmation('failed'), view('called'))).toEqual({ why: 'refusedFailed' });
});
