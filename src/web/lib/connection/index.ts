// connection: to the server and back. Each connection is a Svelte store of a ConnectionSnapshot { view, state, age, now, refused? }:
//   const connection = controlConnection(id)         then `$connection.view`, `.state`, `.now` (the server's time, ms)
//   const connection = siteConnection(id, siteId)    both are a LiveConnection: SignalR, updates merged, catches up from its last seq;
//                                                    where no stream gets through, plain requests (`way` says which of the two it is)
//   await connection.send({ type: 'next', onAir })   -> Answer { commandId, seq, connection, refusal?, state? }; sent again after a
//                                                    break until answered. send(command, commandId) for an outbox of your own.
//   trouble? what keeps the server from storing commands; hubCode(error) is the code of what send has thrown, if it has one.
//   state: connecting (nothing yet) | live | stale (two heartbeats missed, or the server has heard nothing itself) | offline (line
//   down); age in whole seconds. unavailable? why there is nothing now, though nobody was turned away.
// Screens that need no SignalR import without it: ./eventStreamConnection.ts for the public, ./pollingConnection.ts for lists,
// and ./http.ts for the rest of the API, where await post<T>(url, body) throws ProblemError { problem } with the server's code.
export { controlConnection, siteConnection, LiveConnection, newCommandId, type Answer } from './liveConnection.ts';
// includes({ seq, connection }, answer): whether a view has what was answered, also where the server came back with another log.
export { includes, type Reached } from './reached.ts';
export { hubCode } from './serverCode.ts';
export type { ConnectionSnapshot } from './snapshot.ts';
// new Outbox(teleconference, site, send): enqueue(command, at), dismiss(commandId); $outbox { waiting, accepted, refused, durable }.
// A site's commands go through it alone: kept on the device until they are answered.
export { Outbox, type PendingCommand, type OutboxState } from './outbox.ts';
export { findUnreadableLog } from './unreadableLogs.ts';
export { deviceStorage } from './deviceStore.ts';
