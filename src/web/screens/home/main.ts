import messages from 'virtual:messages/home';
import { show } from '../../lib/ui/show.ts';
import Home from './Home.svelte';

await show(Home, messages);
