import messages from 'virtual:messages/watch';
import { show } from '../look/show.ts';
import Watch from './Watch.svelte';

await show(Watch, messages);
