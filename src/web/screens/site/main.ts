import messages from 'virtual:messages/site';
import { mountScreen } from '../../lib/ui/mountScreen.ts';
import Site from './Site.svelte';

await mountScreen(Site, messages);
