import { Agent, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream";
import { answerHeaders, onwardHeaders } from "./onward-headers";

/** Shorter than the five seconds after which Next closes an idle connection: none is used that is just being closed. */
const IDLE_MAX_MS = 4_000;
const UNAVAILABLE = "The pages are just starting again. Please try again in a moment.\n";

export type Pages = {
  /** Passes a request on and streams its answer back. Who leaves early ends it there, too. */
  pass: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
  /** Passes a connection on that becomes something else than HTTP, as that of hot reload does. */
  passUpgrade: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Asks for a page on our own account; rejects when there is no answer. */
  ask: (path: string, headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
  /** Ends the connections that have become something else. */
  closeUpgraded: () => void;
};

/** Next, which listens on `port` of this machine alone. */
export function openPages({ port, trustedProxies }: { port: number; trustedProxies: number }): Pages {
  const host = "localhost";
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MAX_MS });
  const upgraded = new Set<Duplex>();

  function onwardOf(incoming: IncomingMessage, more: object) {
    const { method, url: path } = incoming;
    const headers = {
      ...onwardHeaders(incoming, trustedProxies),
      ...("headers" in more ? (more.headers as object) : {}),
    };
    return request({ host, port, method, path, ...more, headers });
  }

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const onward = onwardOf(incoming, { agent });
    onward.on("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answerHeaders(answer.rawHeaders));
      // An answer that breaks off breaks off for the reader, too, and does not look whole.
      pipeline(answer, outgoing, () => {});
    });
    onward.on("error", () => {
      if (outgoing.headersSent || outgoing.destroyed) return;
      outgoing.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "1" }).end(UNAVAILABLE);
    });
    outgoing.on("close", () => !outgoing.writableFinished && onward.destroy());
    incoming.pipe(onward);
  }

  function passUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const headers = { connection: "Upgrade", upgrade: incoming.headers.upgrade };
    const onward = onwardOf(incoming, { headers });
    const refuse = () => socket.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    socket.on("error", () => onward.destroy());
    onward.on("error", refuse);
    onward.on("response", (answer) => {
      answer.resume();
      refuse();
    });
    onward.on("upgrade", (answer, theirs, theirHead) => {
      upgraded.add(socket);
      socket.once("close", () => upgraded.delete(socket));
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${linesOf(answer.rawHeaders)}\r\n`);
      socket.write(theirHead);
      theirs.write(head);
      pipeline(socket, theirs, () => theirs.destroy());
      pipeline(theirs, socket, () => socket.destroy());
    });
    onward.end();
  }

  return {
    pass,
    passUpgrade,
    ask: (path, headers, signal) => fetch(`http://${host}:${port}${path}`, { headers, signal }),
    closeUpgraded: () => {
      for (const socket of upgraded) socket.destroy();
    },
  };
}

function linesOf(raw: readonly string[]): string {
  return raw.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
}
