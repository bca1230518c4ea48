import type { Act } from './acts.ts';
import type { ControlTranslate } from './sentences.ts';

const buttons = {
  start: 'doStart', call: 'doCall', confirm: 'doConfirm', next: 'doNext', back: 'doBack', end: 'doEnd',
  postpone: 'doPostpone', bring_back: 'doBringBack', retract: 'doRetract',
} as const;

/** What stands on an act's button; "…" where something is asked first. */
export const menuWord = (act: Act, t: ControlTranslate) => t(buttons[act.do]);
