import { expect, test } from 'vitest';
import { offers } from './acts.ts';
import { asked, keys } from './keys.ts';
import { show } from './fixtures.ts';

const { primary, beside } = offers(show('link'));
const offered = [primary!, ...beside];
const press = (code: string, more = {}) => ({
  code, repeat: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more,
});

test('a key asks for what is offered under it, wherever the layout has moved its letter', () => {
  expect(asked(press('KeyC'), offered)?.do).toBe('call');
  expect(asked(press('KeyN'), offered)?.do).toBe('next');
  expect(asked(press('KeyB'), offered)?.do).toBe('back');
});

test('a key of what is not offered does nothing', () => {
  expect(asked(press('KeyF'), offered)).toBeUndefined();
  expect(asked(press('Space'), offered)).toBeUndefined();
});

test.each(['repeat', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey'])('with %s a key does nothing', (flag) => {
  expect(asked(press('KeyN', { [flag]: true }), offered)).toBeUndefined();
});

test('no two acts share a key', () => {
  expect(new Set(Object.values(keys)).size).toBe(Object.values(keys).length);
});
