// ui: base.css (design tokens as custom properties, .button .primary .danger .quiet, .field, .panel, .muted, .small,
// .hidden for screen readers only) and the components that several screens share. A screen's main.ts is
//   import messages from 'virtual:messages/control';
//   import { mountScreen } from '../../lib/ui/mountScreen.ts';
//   import Control from './Control.svelte';
//   await mountScreen(Control, messages);
// ConnectionBadge snapshot={$connection}   StateChip tone word   Shape tone   LanguageSwitch   SourceText of={Text}
// Figure of={Figure?}   Total of={Sum}   TotalsPanel totals={TotalsView}   UnreadableNotice log={UnreadableLog}
// Dialog title onclose   Sheet title onclose (beside the work, not over it)
// Toasts once a screen, and from anywhere news, done, refused(what, remedy), and alarm, which stays until it is seen, with its
// acts on it; those of one key are gathered into one. `{@attach toastsAbove}` on the bar that they must not cover.
// The content policy forbids style="…" written in markup: use classes, or style:property={value}, which goes by script.
export { default as ConnectionBadge } from './ConnectionBadge.svelte';
export { default as Dialog } from './Dialog.svelte';
export { default as Figure } from './Figure.svelte';
export { default as LanguageSwitch } from './LanguageSwitch.svelte';
export { default as Shape } from './Shape.svelte';
export { default as Sheet } from './Sheet.svelte';
export { default as SourceText } from './SourceText.svelte';
export { default as StateChip } from './StateChip.svelte';
export { default as Toasts } from './Toasts.svelte';
export { alarm, dismissAll, done, news, refused, withdrawAlarm, type Toast } from './toasts.ts';
export { toastsAbove } from './toastsAbove.ts';
export type { Tone } from './tone.ts';
export { default as Total } from './Total.svelte';
export { default as TotalsPanel } from './TotalsPanel.svelte';
export { default as UnreadableNotice } from './UnreadableNotice.svelte';
