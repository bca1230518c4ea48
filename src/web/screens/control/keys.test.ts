import { expect, test } from 'vitest';
import { actForPress, asksForKeys, assignKey, defaultKeys, keyActs, keyTable, keysWith, printedOn, type Press } from './keys.ts';

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  key: '',
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('a key asks for its act by its place, whatever letter the layout has put there', () => {
  expect(actForPress(press('KeyC', { key: 'с' }), defaultKeys)).toBe('call');
  expect(actForPress(press('KeyN', { key: 'т' }), defaultKeys)).toBe('next');
  expect(actForPress(press('KeyM', { key: 'n' }), defaultKeys)).toBeUndefined();
});

test.each(['repeat', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey'])('with %s a key does nothing', (flag) => {
  expect(actForPress(press('KeyN', { [flag]: true }), defaultKeys)).toBeUndefined();
});

test('no two acts share a key, no action two acts, and each key has something printed on it', () => {
  const rows = Object.values(keyTable);
  const codes = rows.flatMap((row) => [...row.codes]);
  const kinds = rows.flatMap((row) => [...row.kinds]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(codes.filter((code) => printedOn(code) === undefined)).toEqual([]);
});

test('the key sheet is asked for where ? lies on a Latin keyboard, and where the layout has it', () => {
  expect(asksForKeys(press('Slash', { key: ',', shiftKey: true }))).toBe(true);
  expect(asksForKeys(press('Digit7', { key: '?', shiftKey: true }))).toBe(true);
  expect(asksForKeys(press('Slash', { key: '/' }))).toBe(false);
  expect(asksForKeys(press('Slash', { key: '?', shiftKey: true, ctrlKey: true }))).toBe(false);
});

test('an act gets another key in place of those it had', () => {
  const assigned = assignKey('next', press('Period'), defaultKeys);
  expect(assigned).toEqual({ keys: { ...defaultKeys, next: ['Period'] } });
});

test('a key that another act has is refused with whose it is, and its own key is not', () => {
  expect(assignKey('next', press('KeyB'), defaultKeys)).toEqual({ refused: 'taken', by: 'back' });
  expect(assignKey('next', press('KeyN'), defaultKeys)).toEqual({ keys: defaultKeys });
});

test.each(['Escape', 'Enter', 'Space', 'Tab', 'ArrowDown', 'Digit1', 'F5', 'F8', 'Slash', 'Backspace', 'ShiftLeft'])(
  'no act can have %s',
  (code) => {
    expect(assignKey('next', press(code), defaultKeys)).toEqual({ refused: 'reserved' });
  },
);

test.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey'])('a key with %s belongs to the browser', (flag) => {
  expect(assignKey('next', press('KeyM', { [flag]: true }), defaultKeys)).toEqual({ refused: 'reserved' });
});

test('what a device has kept stands; what is broken or of another age falls back to the table', () => {
  const kept = keysWith([
    ['next', 'KeyM'],
    ['back', 'Escape'],
    ['call', ''],
    ['dance', 'KeyD'],
  ]);
  expect(kept).toEqual({ ...defaultKeys, next: ['KeyM'] });
});

test('two acts with one kept key: the first has it, the other one falls back', () => {
  const kept = keysWith([
    ['back', 'KeyM'],
    ['next', 'KeyM'],
  ]);
  expect(kept).toEqual({ ...defaultKeys, back: ['KeyM'] });
});

test('an act that came later does not take a key that somebody has given to another', () => {
  expect(keysWith([['next', 'KeyC']])).toEqual({ ...defaultKeys, next: ['KeyC'], call: [] });
});

test('whatever is kept, no two acts have one key', () => {
  const codes = ['KeyS', 'KeyN', 'KeyB', 'KeyC', 'KeyM', 'Escape'];
  for (let n = 0; n < codes.length ** 3; n++) {
    const pick = (place: number) => codes[Math.floor(n / codes.length ** place) % codes.length]!;
    const keys = Object.values(keysWith([['next', pick(0)], ['back', pick(1)], ['call', pick(2)]])).flat(); // prettier-ignore
    expect(new Set(keys).size, `${pick(0)} ${pick(1)} ${pick(2)}`).toBe(keys.length);
  }
  expect(keyActs.length).toBeGreaterThan(3);
});
