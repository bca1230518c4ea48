import type { OperatorAction } from './actions.ts';
import type { ControlTranslate } from './logSentences.ts';

const buttons = {
  start: 'doStart', call: 'doCall', confirm: 'doConfirm', next: 'doNext', back: 'doBack', end: 'doEnd',
  postpone: 'doPostpone', bring_back: 'doBringBack', retract: 'doRetract',
} as const;

/** What stands on an action's button; "…" where something is asked first. */
export const actionLabel = (action: OperatorAction, t: ControlTranslate) => t(buttons[action.kind]);
