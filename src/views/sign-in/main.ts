import messages from 'virtual:messages/sign-in';
import { show } from '../look/show.ts';
import SignIn from './SignIn.svelte';

await show(SignIn, messages);
