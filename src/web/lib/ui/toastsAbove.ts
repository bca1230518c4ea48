import type { Attachment } from 'svelte/attachments';

/** Pixels between what toasts must not cover and the lowest of them. */
const gap = 12;

/** Keeps toasts above an element at the bottom of the screen, however high it grows: `<section {@attach toastsAbove}>`. */
export const toastsAbove: Attachment<HTMLElement> = (bar) => {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--toasts-bottom', `${bar.offsetHeight + gap}px`));
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty('--toasts-bottom');
  };
};
