import messages from 'virtual:messages/control';
import { show } from '../../lib/ui/show.ts';
import Control from './Control.svelte';

await show(Control, messages);
