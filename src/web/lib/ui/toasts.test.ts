import { toast as sonner } from 'svelte-sonner';
import { afterEach, expect, test, vi } from 'vitest';
import { alarm, dismissAll, done, news, refused, withdrawAlarm } from './toasts.ts';
import type { ToastContent } from './toastContent.ts';

// The library keeps toasts where there is a page to show them on.
vi.hoisted(() => void vi.stubGlobal('document', {}));

const text = (n: number) => `Aksu: ${n}`;
afterEach(() => dismissAll());

const content = () => sonner.getActiveToasts().map(({ componentProps }) => componentProps as unknown as ToastContent);
const texts = () => content().map(({ text, count }) => text(count));

test('the same kind and site is one toast, with how many it stands for', () => {
  for (let n = 0; n < 3; n++) done({ text, key: 'launch_confirmed aksu' });
  done({ text: () => 'Aktobe', key: 'launch_confirmed aktobe' });
  expect(texts()).toEqual(['Aktobe', 'Aksu: 3']);
});

test('what was closed is not counted again', () => {
  done({ text, key: 'launch_confirmed aksu' });
  dismissAll();
  done({ text, key: 'launch_confirmed aksu' });
  expect(texts()).toEqual(['Aksu: 1']);
});

test('a toast without a key stands alone', () => {
  for (let n = 0; n < 2; n++) news({ text: () => 'A new link' });
  expect(texts()).toEqual(['A new link', 'A new link']);
});

test('passing toasts push out the oldest of them, and never an alarm', () => {
  alarm({ text: () => 'The clock was set' });
  for (const n of '12345') news({ text: () => n });
  expect(texts()).toEqual(['5', '4', '3', 'The clock was set']);
});

test('an alarm has no end of its own and cannot be swiped away; everything else goes by itself', () => {
  for (const show of [news, done, alarm]) show({ text });
  refused(() => 'Somebody else was first');
  const ends = sonner.getActiveToasts().map(({ duration, dismissible }) => [Number.isFinite(duration), dismissible]);
  expect(ends).toEqual([
    [true, true],
    [false, false],
    [true, true],
    [true, true],
  ]);
});

test('an alarm is withdrawn by its key, and no other is', () => {
  alarm({ text: () => 'Aksu is lost', key: 'aksu' });
  alarm({ text: () => 'Aktobe is lost', key: 'aktobe' });
  withdrawAlarm('aksu');
  expect(texts()).toEqual(['Aktobe is lost']);
});

test('a refusal says what to do and takes the place of the one before', () => {
  refused(
    () => 'Not now',
    () => 'Wait',
  );
  refused(
    () => 'Somebody else was first',
    () => 'Look again',
  );
  expect(content().map(({ text, more }) => [text(1), more?.()])).toEqual([['Somebody else was first', 'Look again']]);
});

test('an alarm alone interrupts what a screen reader says', () => {
  for (const show of [news, done, alarm]) show({ text });
  expect(sonner.getActiveToasts().map(({ important }) => important)).toEqual([true, false, false]);
});
