import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

/** They concern one connection only, and so never go on to the next. */
const OF_ONE_CONNECTION = [
  ...["connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization"],
  ...["te", "trailer", "transfer-encoding", "upgrade", "expect"],
];
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];
const CHUNKED = { "transfer-encoding": "chunked" };

/** What a request says of where it comes from. */
type Arrival = Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } };

/**
 * The headers with which a request goes on to the pages. Who sent it, to which host and how is said anew
 * from its connection; only when `trustedProxies` stand before us is their word taken, and added to.
 */
export function onwardHeaders({ headers, socket }: Arrival, trustedProxies: number): OutgoingHttpHeaders {
  const isTrusted = trustedProxies > 0;
  const said = (name: string) => (isTrusted ? headers[`x-forwarded-${name}`]?.toString() : undefined);
  const address = socket.remoteAddress ?? "";
  const host = said("host") ?? headers.host ?? "";
  const proto = said("proto") ?? "http";
  const onward: OutgoingHttpHeaders = { ...headers };
  for (const name of [...leftOut(headers.connection), ...FORWARDED]) delete onward[name];
  return {
    ...onward,
    ...(headers["transfer-encoding"] === undefined ? {} : CHUNKED),
    "x-forwarded-for": [said("for"), address].filter(Boolean).join(", "),
    "x-forwarded-host": host,
    "x-forwarded-proto": proto,
    "x-forwarded-port": said("port") ?? /:(\d+)$/.exec(host)?.[1] ?? (proto.startsWith("https") ? "443" : "80"),
  };
}

/** The headers of an answer that go back to who asked: `raw` is names and values by turns, as Node gives them. */
export function answerHeaders(raw: readonly string[]): string[] {
  const connection = raw.find((_, i) => i % 2 === 1 && raw[i - 1]?.toLowerCase() === "connection");
  const out = new Set(leftOut(connection));
  return raw.filter((_, i) => !out.has((raw[i - (i % 2)] ?? "").toLowerCase()));
}

/** A connection may name more headers that are its own. */
function leftOut(connection: string | undefined): string[] {
  const named = connection?.split(",").map((name) => name.trim().toLowerCase()) ?? [];
  return [...OF_ONE_CONNECTION, ...named];
}
