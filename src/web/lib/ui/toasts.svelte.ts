/** Short notices of what others did. They go by themselves; what must not be overlooked stays until it is dismissed. */
export interface Toast {
  id: number;
  /** Read whenever it is drawn: one that stays changes with the reader's language. */
  text: () => string;
  stays: boolean;
}

const lifetime = 6_000;
const maxToasts = 4;

let toasts = $state.raw<Toast[]>([]);
let last = 0;

export const shownToasts = () => toasts;

export function toast(text: string): void {
  const id = show(() => text, false);
  setTimeout(() => dismiss(id), lifetime);
}

/** A notice that stays until somebody has read it and closes it. */
export const notice = (text: () => string): void => void show(text, true);

/** What stays lies nearest to the hand, below those that pass, and is never pushed out by them. */
function show(text: () => string, stays: boolean): number {
  const all = [...toasts, { id: ++last, text, stays }];
  toasts = [...all.filter((each) => !each.stays).slice(-maxToasts), ...all.filter((each) => each.stays)];
  return last;
}

export function dismiss(id: number): void {
  toasts = toasts.filter((each) => each.id !== id);
}

/** All of them are of something that is no more. */
export function dismissAll(): void {
  toasts = [];
}
