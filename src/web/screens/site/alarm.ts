import type { LaunchRow } from '../../lib/api/index.ts';

/** Shakes the phone once for each call whose time is over, where the browser can, has been touched, and motion is wanted. */
export class Alarm {
  readonly #raised = new Set<string>();

  /** @param shake as Navigator.vibrate takes it, milliseconds on and off in turns */
  constructor(private readonly shake: (pattern: number[]) => void = vibrate) {}

  raise(overdue: LaunchRow | undefined): void {
    const call = overdue && `${overdue.id} ${overdue.attempt}`;
    if (!call || this.#raised.has(call)) return;
    this.#raised.add(call);
    this.shake([300, 100, 300, 100, 300]);
  }
}

function vibrate(pattern: number[]): void {
  // Before the first touch a browser refuses, and complains.
  if (!navigator.userActivation?.hasBeenActive || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  navigator.vibrate?.(pattern);
}
