import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createFront } from "./front";
import { openPages } from "./pages";

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Pages that `handler` answers, and a front before them. */
async function aSite(handler: Handler) {
  const behind = createServer(handler);
  const pagesPort = await listen(behind);
  const pages = openPages({ port: pagesPort, trustedProxies: 0 });
  const api = async (asked: Request) => Response.json({ path: new URL(asked.url).pathname });
  const front = createFront({ api, own: { "/api/health": async () => Response.json({ own: true }) }, pages });
  const port = await listen(front);
  return { behind, port, url: (path: string) => `http://127.0.0.1:${port}${path}` };
}

const paths: Handler = (incoming, outgoing) => outgoing.end(`page ${incoming.url}`);

it("answers the API and its own addresses itself, and passes on all others", async () => {
  const { url } = await aSite(paths);
  const read = async (path: string) => (await fetch(url(path))).text();

  expect(await read("/api/v1/events?a=1")).toBe('{"path":"/api/v1/events"}');
  expect(await read("/api/v1")).toBe('{"path":"/api/v1"}');
  expect(await read("/api/health")).toBe('{"own":true}');
  for (const path of ["/", "/en?a=1", "/api/v12", "/api/auth/session", "/API/V1/events"]) {
    expect(await read(path)).toBe(`page ${path}`);
  }
});

it("passes bodies on in both directions, of known and of unknown length", async () => {
  const { url } = await aSite((incoming, outgoing) => void incoming.pipe(outgoing.writeHead(201)));
  const text = "가나다".repeat(100_000);
  const chunks = new Blob([text]).stream();

  const known = await fetch(url("/"), { method: "POST", body: text });
  const unknown = await fetch(url("/"), { method: "PUT", body: chunks, duplex: "half" } as RequestInit);

  expect([known.status, await known.text()]).toEqual([201, text]);
  expect([unknown.status, await unknown.text()]).toEqual([201, text]);
});

it("streams: what is written reaches the reader before the answer has ended", async () => {
  let finish = () => {};
  const { url } = await aSite((_, outgoing) => {
    outgoing.write("first");
    finish = () => outgoing.end("last");
  });

  const reader = (await fetch(url("/"))).body?.getReader();
  const first = await reader?.read();
  finish();
  const last = await reader?.read();

  expect([first, last].map((chunk) => new TextDecoder().decode(chunk?.value))).toEqual(["first", "last"]);
});

it("ends a request behind when its reader leaves", async () => {
  const left = new Promise((resolve) => {
    void aSite((_, outgoing) => {
      outgoing.on("close", resolve);
      outgoing.write("first");
    }).then(({ url }) => {
      const asked = request(url("/"), (answer) => answer.once("data", () => asked.destroy()));
      asked.on("error", () => {}).end();
    });
  });

  await expect(left).resolves.toBeUndefined();
});

it("does not let a page that broke off look whole", async () => {
  const { url } = await aSite((_, outgoing) => {
    outgoing.writeHead(200, { "Content-Length": "100" }).write("half");
    setImmediate(() => outgoing.destroy());
  });

  await expect(fetch(url("/")).then((answer) => answer.text())).rejects.toThrow();
});

it("says 503 while there are no pages, and still answers the API", async () => {
  const { behind, url } = await aSite(paths);
  behind.closeAllConnections();
  behind.close();
  await once(behind, "close");

  const page = await fetch(url("/"));
  const api = await fetch(url("/api/v1/events"));

  expect([page.status, page.headers.get("retry-after"), api.status]).toEqual([503, "1", 200]);
});

it("passes on connections that become something else", async () => {
  const { behind, port } = await aSite(paths);
  behind.on("upgrade", (_, socket, head) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
    socket.write(head);
    socket.pipe(socket);
  });
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write("GET /hot HTTP/1.1\r\nHost: rowlock.test\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nearly ");

  let heard = "";
  for await (const chunk of socket) {
    heard += chunk;
    if (heard.endsWith("early ")) socket.write("late");
    if (heard.endsWith("late")) break;
  }

  expect(heard).toMatch(/^HTTP\/1.1 101 [\s\S]*Upgrade: echo\r\n\r\nearly late$/i);
});

it("sends long JSON in gzip to who takes it", async () => {
  const pages = openPages({ port: 1, trustedProxies: 0 });
  const front = createFront({ api: async () => Response.json({ seats: "A".repeat(20_000) }), own: {}, pages });
  const port = await listen(front);
  const bytesOf = async (encoding: string) => {
    const asked = request({ port, path: "/api/v1/x", headers: { "accept-encoding": encoding } }).end();
    const [answer] = await once(asked, "response");
    let bytes = 0;
    for await (const chunk of answer) bytes += chunk.length;
    return { bytes, encoding: answer.headers["content-encoding"], vary: answer.headers.vary };
  };

  expect(await bytesOf("identity")).toEqual({ bytes: 20_012, encoding: undefined, vary: "Accept-Encoding" });
  expect(await bytesOf("gzip, br")).toMatchObject({ encoding: "gzip", vary: "Accept-Encoding" });
  expect((await bytesOf("gzip")).bytes).toBeLessThan(1_000);
});
