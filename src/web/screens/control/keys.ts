import type { OperatorAction, ActionKind } from './actions.ts';

/** The letter printed on the key, by where the key lies: the same key under a Russian or Kazakh layout. */
export const keys: Partial<Record<ActionKind, string>> = { start: 'S', call: 'C', confirm: 'F', next: 'N', back: 'B', end: 'E' };

type Press = Pick<KeyboardEvent, 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** The available action that a key asks for. A key held down asks once; with a modifier it belongs to the browser. */
export function actionForKey(press: Press, available: readonly OperatorAction[]): OperatorAction | undefined {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return undefined;
  return available.find((action) => keys[action.kind] && press.code === `Key${keys[action.kind]}`);
}
