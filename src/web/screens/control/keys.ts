import type { Act, Deed } from './acts.ts';

/** The letter printed on the key, by where the key lies: the same key under a Russian or Kazakh layout. */
export const keys: Partial<Record<Deed, string>> = { start: 'S', call: 'C', confirm: 'F', next: 'N', back: 'B', end: 'E' };

type Press = Pick<KeyboardEvent, 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** The offered act that a key asks for. A key held down asks once; with a modifier it belongs to the browser. */
export function asked(press: Press, offered: readonly Act[]): Act | undefined {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return undefined;
  return offered.find((act) => keys[act.do] && press.code === `Key${keys[act.do]}`);
}
