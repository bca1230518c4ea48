import messages from 'virtual:messages/site';
import { show } from '../../lib/ui/show.ts';
import Site from './Site.svelte';

await show(Site, messages);
