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

const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
await mountScreen(Watch, messages, { id, first: delivered() });
