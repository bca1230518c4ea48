/** Short notices of what others did. They go by themselves; nothing that must be acted on belongs here. */
export interface Toast {
  id: number;
  text: string;
}

const lifetime = 6_000;
const maxToasts = 4;

let toasts = $state.raw<Toast[]>([]);
let last = 0;

export const shownToasts = () => toasts;

export function toast(text: string): void {
  const id = ++last;
  toasts = [...toasts, { id, text }].slice(-maxToasts);
  setTimeout(() => dismiss(id), lifetime);
}

export function dismiss(id: number): void {
  toasts = toasts.filter((each) => each.id !== id);
}
