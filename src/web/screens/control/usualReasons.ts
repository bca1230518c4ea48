import type { ControlTranslate } from './logSentences.ts';

/** Of each act that wants a reason, those that are given again and again, the most frequent first. At most nine have a key. */
export const usualReasons = {
  confirm: ['why_told_by_phone', 'why_seen_running', 'why_line_down'],
  postpone: ['why_not_ready', 'why_line_down', 'why_moved_to_later', 'why_weather'],
  bring_back: ['why_ready_now', 'why_line_back', 'why_postponed_by_mistake'],
  retract: ['why_confirmed_by_mistake', 'why_seen_not_running', 'why_wrong_project'],
  reopen: ['why_ended_by_mistake', 'why_more_to_come'],
} as const satisfies Record<string, readonly Parameters<ControlTranslate>[0][]>;

/** The acts that are asked for a reason. */
export type ReasonedKind = keyof typeof usualReasons;

type Press = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/**
 * What a key means while a reason is asked for and nobody writes yet: the place of a usual reason, from 0, or the beginning of
 * a word. Digits count by where they lie, as all keys of the room; but where a layout has a letter there, as the Kazakh one
 * has, the letter is written.
 */
export function meaningOf(press: Press): number | 'writes' | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit && !press.shiftKey && !/^\p{L}$/u.test(press.key)) return Number(digit) - 1;
  return /^[^\s]$/u.test(press.key) ? 'writes' : undefined;
}
