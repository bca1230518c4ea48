/** Whether nobody looks at the page. */
export const isHidden = () => globalThis.document?.visibilityState === 'hidden';

interface Page {
  left(): void;
  /** Perhaps it is looked at again, or the network is back. */
  returned(): void;
  offline(): void;
}

/** Tells what becomes of the page, until the signal. */
export function onPage({ left, returned, offline }: Page, signal: AbortSignal): void {
  const listen = (target: EventTarget | undefined, event: string, run: () => void) => target?.addEventListener?.(event, run, { signal });
  const page = globalThis as unknown as EventTarget;
  for (const event of ['pageshow', 'focus', 'online']) listen(page, event, returned);
  listen(globalThis.document, 'visibilitychange', () => (isHidden() ? left() : returned()));
  listen(page, 'offline', offline);
}
