import messages from 'virtual:messages/control';
import { show } from '../look/show.ts';
import Control from './Control.svelte';

await show(Control, messages);
