/**
 * Requests Rapport has made to anywhere: none, because no code path issues one. It is a constant and not a
 * counter so that nothing has to be trusted: a test reads every source for `fetch`, `XMLHttpRequest`,
 * `WebSocket`, `EventSource` and `sendBeacon`, and the browser tests count what leaves the extension.
 */
export const requestsMade = 0
