import messages from 'virtual:messages/watch';
import { mountScreen } from '../../lib/ui/mountScreen.ts';
import type { PublicView } from '../../lib/api/index.ts';
import Watch from './Watch.svelte';

/** The view that came with the page; null where the server knows no such teleconference. */
function delivered(): PublicView | null {
  try {
    return JSON.parse(document.getElementById('view')!.textContent) as PublicView;
  } catch {
    return null;
  }
}

/** When the page came, by the device's clock. Whoever goes back gets the browser's copy, and nobody knows how old that is. */
function deliveredAt(): number | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation && navigation.type !== 'back_forward' ? Date.now() : null;
}

const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
await mountScreen(Watch, messages, { id, first: delivered(), receivedAt: deliveredAt() });
