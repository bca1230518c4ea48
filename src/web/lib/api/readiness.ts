import type { ReadinessItem } from './index.ts';

/** What a site says its word on, in the order in which it is shown everywhere. */
export const readinessItems: readonly ReadinessItem[] = ['picture', 'sound', 'talkback', 'people', 'safety'];
