import './base.css';
import { mount, type Component } from 'svelte';
import { partMissing } from '../reloadOnce.ts';
import { loadMessages, type Loaders } from '../i18n/index.ts';

/** Puts a screen into the page, in the reader's language, in place of whatever the server painted first. */
export async function mountScreen<P extends Record<string, unknown>>(
  screen: Component<P>,
  messages: Loaders,
  ...props: Record<string, never> extends P ? [] : [P]
): Promise<void> {
  addEventListener('vite:preloadError', () => void partMissing());
  await loadMessages(messages);
  const target = document.getElementById('app')!;
  target.replaceChildren();
  mount(screen, { target, props: props[0]! });
}
