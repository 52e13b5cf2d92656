import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { addressHeader } from "@/lib/api/client-address";

/** Notes on every request the address of its connection, which a route of either server cannot see otherwise. */
export function noteAddresses(): void {
  const name = addressHeader();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const address = request.socket.remoteAddress ?? "unknown";
    // Next reads the one, @hono/node-server the other.
    request.headers[name] = address;
    request.rawHeaders.push(name, address);
  });
}
