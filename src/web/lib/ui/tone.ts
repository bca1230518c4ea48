/** Each tone has a shape of its own, so that no state is told by colour alone. */
export type Tone =
  | 'on-air'
  | 'called'
  | 'overdue'
  | 'confirmed'
  | 'ready'
  | 'not-ready'
  | 'planned'
  | 'postponed'
  | 'done'
  | 'skipped'
  | 'in-steps'
  | 'unknown';

export const shapes: Record<Tone, string> = {
  'on-air': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
  called: 'M8 1.5 15 14H1Z',
  overdue: 'M8 .5 16 15H0ZM7 5v5h2V5Zm0 6.5v2h2v-2Z',
  confirmed: 'm1.5 8.5 2-2L6.5 9.5 12.5 3l2 2-8 8.5Z',
  ready: 'm1.5 8.5 2-2L6.5 9.5 12.5 3l2 2-8 8.5Z',
  'not-ready': 'm3 5 2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3Z',
  planned: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
  postponed: 'M3 2h4v12H3Zm6 0h4v12H9Z',
  done: 'M2.5 6.5h11v3h-11Z',
  skipped: 'M1.5 2.5 8 8l-6.5 5.5Zm7 0L15 8l-6.5 5.5Z',
  'in-steps': 'M0 5h4v6H0Zm6 0h4v6H6Zm6 0h4v6h-4Z',
  unknown: 'M2 2h12v12H2Zm2 2v8h8V4Z',
};
