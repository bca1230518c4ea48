import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { SiteView } from '../../lib/api/index.ts';
import Expected from './Expected.svelte';
import type { SiteStatus } from './siteStatus.ts';

test('site and studio show their own time by what the server says, whatever this device believes', () => {
  // In 2017 Almaty was at +6 and Aqtobe at +5, as Node knows; the server says otherwise.
  const view = {
    head: { phase: 'live', studio: { place: { en: 'Studio' }, timeZone: 'Asia/Almaty', utcOffsetMinutes: 300 } },
    site: { name: { en: 'Site' }, timeZone: 'Asia/Aqtobe', utcOffsetMinutes: 240 },
  } as SiteView;
  const status = { start: Date.parse('2017-12-06T05:30:00Z') } as SiteStatus;

  const { body } = render(Expected, { props: { view, status, names: new Map() } });

  expect(body).toMatch(/data-clock="site"[^>]*>09:30</);
  expect(body).toMatch(/data-clock="studio"[^>]*>10:30</);
});
