import type { SegmentKind } from '../api/index.ts';

/** The word for each kind of segment, as a key of the common messages: `t(segmentKinds[segment.kind])`. */
export const segmentKinds = {
  speech: 'segmentSpeech',
  site_link: 'segmentSiteLink',
  launch: 'segmentLaunch',
  video: 'segmentVideo',
  pause: 'segmentPause',
} as const satisfies Record<SegmentKind, string>;
