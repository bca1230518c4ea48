import messages from 'virtual:messages/sign-in';
import { mountScreen } from '../../lib/ui/mountScreen.ts';
import SignIn from './SignIn.svelte';

// The token goes out of the address before anything else, so that no history, screenshot or shared address keeps it.
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
// Another link that is opened in this tab changes only what stands after #.
addEventListener('hashchange', () => location.reload());
await mountScreen(SignIn, messages, { token });
