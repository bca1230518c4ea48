import { expect, test } from 'vitest';
import { reasonProblem } from '../../lib/api/reasons.ts';
import { languages } from '../../lib/i18n/index.ts';
import { messagesOf } from '../../build/messages.ts';
import { meaningOf, usualReasons } from './usualReasons.ts';

const press = (code: string, key: string, more = {}) => ({
  code,
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('each usual reason is one that the server takes, in every language, and no act has the same twice', () => {
  for (const lang of languages) {
    const messages = messagesOf(lang, 'control');
    for (const keys of Object.values(usualReasons)) {
      const said = keys.map((key) => messages[key]!);
      expect(said.map((reason) => reasonProblem(reason))).toEqual(said.map(() => null));
      expect(new Set(said).size).toBe(said.length);
    }
  }
});

test('a digit takes a reason by its place, of the row of digits or of the block beside it', () => {
  expect([meaningOf(press('Digit1', '1')), meaningOf(press('Numpad3', '3')), meaningOf(press('Digit1', '"'))]).toEqual([0, 2, 0]);
});

test('where a layout has a letter on a digit, the letter is written', () => {
  expect(meaningOf(press('Digit2', 'ә'))).toBe('writes');
});

test('a letter or a sign begins a word; what moves, deletes or belongs to the browser does not', () => {
  expect([meaningOf(press('KeyK', 'л')), meaningOf(press('Digit1', '!', { shiftKey: true }))]).toEqual(['writes', 'writes']);
  for (const key of ['Tab', 'Escape', 'ArrowDown', 'Backspace', 'Shift', ' ']) expect(meaningOf(press(key, key)), key).toBeUndefined();
  for (const flag of ['ctrlKey', 'altKey', 'metaKey']) expect(meaningOf(press('Digit1', '1', { [flag]: true })), flag).toBeUndefined();
});
