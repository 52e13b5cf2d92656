import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

const STREAM = /^\/api\/v1\/schedules\/[^/?]+\/availability\/stream(\?|$)/;

type RequestStart = { request: IncomingMessage; socket: Socket };

/**
 * Closes the connection of an event stream on which no byte has moved for `silentMaxMs`. Streams beat, so
 * the reader takes nothing any more. Ending the stream would not do: its end waits behind what the
 * reader does not take, and a route cannot reach the connection.
 */
export function closeStuckStreams(silentMaxMs: number): void {
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as RequestStart;
    // The server destroys a socket whose time is up.
    if (STREAM.test(request.url ?? "")) socket.setTimeout(silentMaxMs);
  });
}
