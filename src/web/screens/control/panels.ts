/** The parts of the room that open as a window of their own: `/control/{id}?panel=order`. */
export const panels = ['order', 'sites', 'launches', 'totals', 'log'] as const;

export type Panel = (typeof panels)[number];

/** The message that names a panel. */
export const panelTitles = { order: 'runningOrder', sites: 'sites', launches: 'launches', totals: 'totals', log: 'log' } as const;

/** The one panel that an address asks for; undefined is the whole room, also where no panel has that name. */
export function panelAsked(search: string): Panel | undefined {
  const name = new URLSearchParams(search).get('panel');
  return panels.find((panel) => panel === name);
}

/** Relative to the room's own address, or to another panel's. */
export const addressOf = (panel: Panel) => `?panel=${panel}`;
