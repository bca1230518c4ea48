import { expect, test } from 'vitest';
import { Freshness } from './freshness.ts';

/** A device whose clocks go together, until one of them is set or stands still. */
function device(wall = 1_000_000, receivedAt: number | null = null) {
  let steady = 500;
  const fresh = new Freshness({ wall: () => wall, steady: () => steady }, receivedAt);
  return {
    fresh,
    wait: (ms: number) => void ((wall += ms), (steady += ms)),
    setClock: (by: number) => void (wall += by),
    /** Sleeps while the steady clock stands still, as in some browsers. */
    sleep: (ms: number) => void (wall += ms),
    /** What a server says whose clock is ahead of this device's right time. */
    beat: (ahead: number, clockSetBy = 0, behind = 0) =>
      fresh.heartbeat(new Date(wall - clockSetBy + ahead).toISOString(), new Date(wall - clockSetBy + ahead - behind).toISOString()),
    ahead: (clockSetBy = 0) => fresh.serverTime - (wall - clockSetBy),
  };
}

const hour = 3_600_000;

test('before anything came the state is connecting, whatever the connection says', () => {
  expect(device().fresh.state(true)).toBe('connecting');
});

test('one late heartbeat is still live; the second missed one makes the picture stale', () => {
  const { fresh, wait, beat } = device();
  beat(0);
  wait(2_000);
  expect(fresh.state(true)).toBe('live');
  wait(1);
  expect(fresh.state(true)).toBe('stale');
  fresh.received();
  expect(fresh.state(true)).toBe('live');
});

test('a server that has heard nothing itself for more than two seconds makes the picture as old as that', () => {
  const { fresh, wait, beat } = device();
  beat(60_000, 0, 2_000);
  expect([fresh.state(true), fresh.age]).toEqual(['live', 0]);
  wait(1_000);
  beat(60_000, 0, 3_000);
  expect([fresh.state(true), fresh.age]).toEqual(['stale', 3_000]);
  wait(1_000);
  expect(fresh.age).toBe(4_000);
  beat(60_000, 0, 4_000);
  expect([fresh.age, fresh.silence], 'the line itself is good').toEqual([4_000, 0]);
  wait(500);
  beat(60_000, 0, 100);
  expect([fresh.state(true), fresh.age]).toEqual(['live', 0]);
});

test('a server’s silence is an age by the server’s clock, whatever this device’s shows', () => {
  const { fresh, setClock, beat } = device();
  setClock(hour);
  beat(-5 * hour, hour, 9_000);
  expect(fresh.age).toBe(9_000);
});

test('a broken connection is offline at once, and its picture ages', () => {
  const { fresh, wait, beat } = device();
  beat(0);
  expect(fresh.state(false)).toBe('offline');
  wait(12_000);
  expect(fresh.age).toBe(12_000);
});

test('the server clock is taken from the heartbeat that travelled fastest', () => {
  const { wait, beat, ahead } = device();
  beat(60_000 - 300);
  wait(1_000);
  beat(60_000 - 20);
  wait(1_000);
  beat(60_000 - 900);
  expect(ahead()).toBe(59_980);
});

test.each([-3 * hour, 3 * hour, -3_000, 3_000])(
  'when the server’s clock is set by %i ms the screen’s is right with the next heartbeat',
  (by) => {
    const { wait, beat, ahead } = device();
    for (let i = 0; i < 10; i++) {
      beat(60_000);
      wait(1_000);
    }
    beat(60_000 + by);
    expect(ahead()).toBe(60_000 + by);
  },
);

test('heartbeats that the line held up and brings all at once do not set the clock back', () => {
  const { wait, beat, ahead } = device();
  beat(60_000);
  wait(6_000);
  for (let late = 5_000; late >= 3_000; late -= 1_000) {
    beat(60_000 - late);
    expect(ahead()).toBe(60_000);
  }
});

test('the first heartbeat of a new connection is believed, also where the clock was set back by less than the break took', () => {
  const { fresh, wait, beat, ahead } = device();
  beat(60_000);
  wait(10_000);
  fresh.begun();
  beat(60_000 - 4_000);
  expect(ahead()).toBe(56_000);
});

test.each([-hour, hour, 24 * hour])('when the device’s own clock is set by %i ms neither the age nor the server’s time changes', (by) => {
  const { fresh, wait, setClock, beat, ahead } = device();
  beat(60_000);
  wait(1_500);
  setClock(by);
  expect(fresh.age).toBe(1_500);
  expect(fresh.state(true)).toBe('live');
  expect(ahead(by)).toBe(60_000);
  wait(1_000);
  beat(60_000, by);
  expect(ahead(by)).toBe(60_000);
});

test('a device that slept while its steady clock stood still says how long, once it is looked at again', () => {
  const { fresh, wait, sleep, beat, ahead } = device();
  beat(60_000);
  wait(500);
  sleep(hour);
  fresh.returned();
  expect(fresh.age).toBe(hour + 500);
  expect(ahead()).toBe(60_000);
  fresh.returned();
  expect(fresh.age, 'said once').toBe(hour + 500);
});

test('a connection that was begun and has said nothing yet is silent since then, whatever is the age of the picture', () => {
  const { fresh, wait, sleep, beat } = device();
  beat(0);
  wait(5_000);
  fresh.begun();
  wait(300);
  expect([fresh.age, fresh.silence]).toEqual([5_300, 300]);
  sleep(hour);
  fresh.returned();
  expect([fresh.age, fresh.silence]).toEqual([hour + 5_300, hour + 300]);
});

test('a device that did not sleep is as fresh as it was when it is looked at again', () => {
  const { fresh, wait, beat } = device();
  beat(0);
  wait(1_000);
  fresh.returned();
  expect(fresh.age).toBe(1_000);
});

test('a view that the device kept is as old as the device’s clock says, and never younger than now', () => {
  expect(device(1_000_000, 940_000).fresh.age).toBe(60_000);
  expect(device(1_000_000, 1_060_000).fresh.age).toBe(0);
});
