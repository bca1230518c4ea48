import { toast as sonner } from 'svelte-sonner';
import ToastBody from './ToastBody.svelte';
import type { ToastAct, ToastContent, ToastKind } from './toastContent.ts';

/** Milliseconds that a toast stays; while a pointer or the focus is on it, or nobody sees the page, they stand. */
const lifetimes: Record<Exclude<ToastKind, 'alarm'>, number> = { news: 6_000, done: 6_000, refused: 20_000 };
const maxPassing = 3;

export interface Toast {
  /** Read whenever it is drawn, in the reader's language. @param count how many are gathered in it */
  text: (count: number) => string;
  acts?: readonly ToastAct[];
  /** Toasts of one key, as of the same kind and site, are one toast: the newest one, which counts. */
  key?: string;
}

/** What somebody else did, or what happened. It goes by itself and stands in the log. */
export const news = (toast: Toast): void => show('news', toast);

/** What was waited for has come about. It goes by itself and stands in the log. */
export const done = (toast: Toast): void => show('done', toast);

/** What was asked for was not done, and what to do about it. A later refusal takes its place: it is about another press. */
export const refused = (what: () => string, remedy?: () => string): void => show('refused', { text: what, key: 'refused' }, remedy);

/** What nobody may overlook: it stays until somebody has seen it. @param about where, and since when */
export const alarm = ({ about, ...toast }: Toast & { about?: () => string }): void => show('alarm', toast, about);

/** It is so no more: its alarm need not be seen. @param key the alarm's own */
export const withdrawAlarm = (key: string): void => void sonner.dismiss(`alarm ${key}`);

/** All of them are of something that is no more. */
export const dismissAll = (): void => void sonner.dismiss();

function show(kind: ToastKind, { text, acts, key }: Toast, more?: () => string): void {
  const id = key && `${kind} ${key}`;
  const gathered = sonner.getActiveToasts().find((each) => id !== undefined && each.id === id)?.componentProps as ToastContent | undefined;
  const content: ToastContent = { kind, text, more, acts, count: (gathered?.count ?? 0) + 1 };
  sonner.custom(ToastBody, {
    id,
    componentProps: content,
    class: kind,
    important: kind === 'alarm',
    dismissible: kind !== 'alarm',
    duration: kind === 'alarm' ? Number.POSITIVE_INFINITY : lifetimes[kind],
  });
  for (const { id } of sonner.getActiveToasts().filter(isPassing).slice(maxPassing)) sonner.dismiss(id);
}

const isPassing = ({ dismissible }: { dismissible?: boolean }) => dismissible !== false;
