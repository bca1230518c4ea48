import { expect, test } from 'vitest';
import { availableActions, offered } from './actions.ts';
import { actionForKey, keys } from './keys.ts';
import { show } from './fixtures.ts';

const available = offered(availableActions(show('link')));
const press = (code: string, more = {}) => ({
  code,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('a key asks for what is offered under it, wherever the layout has moved its letter', () => {
  expect(actionForKey(press('KeyC'), available)?.kind).toBe('call');
  expect(actionForKey(press('KeyN'), available)?.kind).toBe('next');
  expect(actionForKey(press('KeyB'), available)?.kind).toBe('back');
});

test('a key of what is not offered does nothing', () => {
  expect(actionForKey(press('KeyF'), available)).toBeUndefined();
  expect(actionForKey(press('Space'), available)).toBeUndefined();
});

test.each(['repeat', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey'])('with %s a key does nothing', (flag) => {
  expect(actionForKey(press('KeyN', { [flag]: true }), available)).toBeUndefined();
});

test('no two actions share a key', () => {
  expect(new Set(Object.values(keys)).size).toBe(Object.values(keys).length);
});
