import messages from 'virtual:messages/control';
import { mountScreen } from '../../lib/ui/mountScreen.ts';
import Control from './Control.svelte';

await mountScreen(Control, messages);
