import messages from 'virtual:messages/site';
import { show } from '../look/show.ts';
import Site from './Site.svelte';

await show(Site, messages);
