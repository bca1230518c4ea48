import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventStreamConnection } from './eventStreamConnection.ts';

class Source extends EventTarget {
  onopen = () => {};
  onerror = () => {};
  closed = false;
  close() {
    this.closed = true;
  }
  send(type: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

let sources: Source[];
let urls: string[];
let connection: EventStreamConnection;
let close: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  urls = [];
  connection = new EventStreamConnection('/public', { seq: 1, seal: 'a1' } as never, Date.now(), (url) => {
    urls.push(url);
    const source = new Source();
    sources.push(source);
    return source as unknown as EventSource;
  });
  close = connection.subscribe(() => {});
});

afterEach(() => {
  close();
  vi.useRealTimers();
});

test('it shows what came with the page until the stream brings a newer view', () => {
  expect(connection.snapshot.view?.seq).toBe(1);
  sources[0]!.onopen();
  sources[0]!.send('view', { seq: 4 });
  expect(connection.snapshot.view?.seq).toBe(4);
  expect(connection.snapshot.state).toBe('live');
});

test('what came with the page ages from then on, where no stream can be had', () => {
  expect(connection.snapshot.state).toBe('connecting');
  vi.advanceTimersByTime(4_000);
  expect(connection.snapshot).toMatchObject({ state: 'offline', age: 4, view: { seq: 1 } });
});

test('a view of another log replaces what came with the page, also where its numbers are lower', () => {
  sources[0]!.onopen();
  sources[0]!.send('view', { seq: 9, seal: 'a9', onAir: {} });
  sources[0]!.send('view', { seq: 0, seal: 'b0' });
  expect(connection.snapshot.view).toEqual({ seq: 0, seal: 'b0' });
});

test('it is stale from the second missed heartbeat on, and live again with the next one', () => {
  sources[0]!.onopen();
  sources[0]!.send('beat', { seq: 1, at: new Date().toISOString(), heardAt: new Date().toISOString() });
  vi.advanceTimersByTime(2_500);
  expect(connection.snapshot).toMatchObject({ state: 'stale', age: 2 });
  sources[0]!.send('beat', { seq: 1, at: new Date().toISOString(), heardAt: new Date().toISOString() });
  expect(connection.snapshot.state).toBe('live');
});

test('each stream brings the place of the view that is shown', async () => {
  sources[0]!.onopen();
  sources[0]!.send('view', { seq: 4, seal: 'a4' });
  sources[0]!.onerror();
  await vi.advanceTimersByTimeAsync(200);
  expect(urls).toEqual(['/public/events?after=1-a1', '/public/events?after=4-a4']);
});

test('an error closes the stream and opens another one soon', async () => {
  sources[0]!.send('beat', { seq: 1, at: new Date().toISOString(), heardAt: new Date().toISOString() });
  sources[0]!.onerror();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.snapshot.state).toBe('offline');
  await vi.advanceTimersByTimeAsync(200);
  expect(sources.map((source) => source.closed)).toEqual([true, false]);
});

test('a connection that has died without a word is given up', async () => {
  sources[0]!.onopen();
  await vi.advanceTimersByTimeAsync(6_300);
  expect(sources).toHaveLength(2);
});
