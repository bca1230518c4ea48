import messages from 'virtual:messages/home';
import { mountScreen } from '../../lib/ui/mountScreen.ts';
import Home from './Home.svelte';

await mountScreen(Home, messages);
