import { expect, test } from 'vitest';
import { DeviceStore } from '../../lib/connection/deviceStore.ts';
import { KeyBindings } from './keyBindings.svelte.ts';
import type { Press } from './keys.ts';

const store = () => new DeviceStore('keys/', undefined);
const press = (code: string): Press => ({
  code,
  key: '',
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
});
const sheet: Press = { ...press('Slash'), key: '?', shiftKey: true };

test('a remapped key asks for its act, is on its button, and the old one does nothing any more', () => {
  const keys = new KeyBindings(store());
  keys.assign('next', press('KeyM'));
  expect(keys.actForPress(press('KeyM'))).toBe('next');
  expect(keys.actForPress(press('KeyN'))).toBeUndefined();
  expect(keys.label('next')).toBe('M');
});

test('what was remapped and locked is so again after a reload', () => {
  const kept = store();
  const before = new KeyBindings(kept);
  before.assign('next', press('KeyM'));
  before.locked = true;
  const after = new KeyBindings(kept);
  expect(after.labels('next')).toEqual(['M']);
  expect(after.locked).toBe(true);
});

test('locked, no single key does anything, and no button shows one', () => {
  const keys = new KeyBindings(store());
  keys.locked = true;
  expect(keys.actForPress(press('KeyN'))).toBeUndefined();
  expect(keys.asksForSheet(sheet)).toBe(false);
  expect(keys.label('next')).toBeUndefined();
  keys.locked = false;
  expect(keys.actForPress(press('KeyN'))).toBe('next');
  expect(keys.asksForSheet(sheet)).toBe(true);
});

test('a refused key changes nothing, also not for the next visit', () => {
  const kept = store();
  const keys = new KeyBindings(kept);
  expect(keys.assign('next', press('KeyB'))).toEqual({ refused: 'taken', by: 'back' });
  expect(keys.changed).toBe(false);
  expect(new KeyBindings(kept).labels('next')).toEqual(['N']);
});

test('two acts change keys by way of a free one', () => {
  const keys = new KeyBindings(store());
  keys.assign('next', press('KeyM'));
  keys.assign('back', press('KeyN'));
  keys.assign('next', press('KeyB'));
  expect([keys.labels('next'), keys.labels('back')]).toEqual([['B'], ['N']]);
});

test('back to the first keys leaves the lock as it is', () => {
  const keys = new KeyBindings(store());
  keys.assign('next', press('KeyM'));
  keys.locked = true;
  keys.reset();
  expect([keys.changed, keys.locked]).toEqual([false, true]);
});

test('another window of the device is followed, and what is not of the keys is not', () => {
  const kept = store();
  const keys = new KeyBindings(kept);
  new KeyBindings(kept).assign('next', press('KeyM'));
  keys.storedElsewhere('outbox/1');
  expect(keys.labels('next')).toEqual(['N']);
  keys.storedElsewhere('keys/next');
  expect(keys.labels('next')).toEqual(['M']);
});
