// connection: the lines to the server. Every line is a Svelte store of a Picture { view, state, age, now, refused? }:
//   const line = controlLine(id)            then `$line.view`, `$line.state`, `$line.now` (the server's time, ms)
//   const line = siteLine(id, siteId)       both are a Live: SignalR, updates merged, catches up from its last seq
//   await line.send({ type: 'next', onAir }) -> CommandAnswer { commandId, seq, refusal?, state? }; sent again after a
//                                           break until answered. send(command, commandId) for an outbox of your own.
//   state: connecting (nothing yet) | live | stale (two beats missed) | offline (line down); age in whole seconds.
// Screens that need no SignalR import without it: ./events.ts for the public, and ./http.ts for the rest of the API, where
// await post<T>(url, body) throws Refused { problem } with the server's code.
export { controlLine, siteLine, Live } from './live.ts';
export type { Picture } from './line.ts';
// new Outbox(teleconference, site, send): put(command, at), dismiss(commandId); $outbox { waiting, taken, refused, safe }. A site's
// commands go through it alone: kept on the device until they are answered.
export { Outbox, type Kept, type OutboxState } from './outbox.ts';
export { deviceStorage } from './shelf.ts';
