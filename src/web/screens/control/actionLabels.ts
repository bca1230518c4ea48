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
  take_back: 'actionTakeBack',
  hold: 'actionHold',
  resume: 'actionResume',
  shorter: 'actionShorter',
  longer: 'actionLonger',
  undo: 'actionUndo',
  redo: 'actionRedo',
  reopen: 'actionReopen',
  jump: 'actionJump',
  skip: 'actionSkip',
  unskip: 'actionUnskip',
  edit: 'actionEdit',
  insert: 'actionInsert',
  move: 'actionMove',
  remove: 'actionRemove',
  move_launch: 'actionMoveLaunch',
} as const;

/** What stands on an action's button; "…" where something is asked first. */
export const actionLabel = ({ kind }: Pick<OperatorAction, 'kind'>, t: ControlTranslate) => t(buttons[kind]);
