import type { OperatorAction } from './actions.ts';
import type { ControlTranslate } from './logSentences.ts';

const buttons = {
  start: 'actionStart',
  call: 'actionCall',
  confirm: 'actionConfirm',
  next: 'actionNext',
  back: 'actionBack',
  end: 'actionEnd',
  postpone: 'actionPostpone',
  bring_back: 'actionBringBack',
  retract: 'actionRetract',
} as const;

/** What stands on an action's button; "…" where something is asked first. */
export const actionLabel = ({ kind }: Pick<OperatorAction, 'kind'>, t: ControlTranslate) => t(buttons[kind]);
