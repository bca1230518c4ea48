import { expect, test } from 'vitest';
import { addressOf, panelAsked, panels } from './panels.ts';

test('the address of each panel asks for that panel', () => {
  for (const panel of panels) expect(panelAsked(addressOf(panel))).toBe(panel);
});

test.each(['', '?panel', '?panel=', '?panel=bar', '?panel=Order', '?order=panel'])('%j asks for the whole room', (search) => {
  expect(panelAsked(search)).toBeUndefined();
});
