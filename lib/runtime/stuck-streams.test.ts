import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { closeStuckStreams } from "./stuck-streams";

closeStuckStreams(200);

/** A server that never stops writing, as fast as it is read. */
async function aTalkativeServer() {
  const answers: ServerResponse[] = [];
  const server = createServer((_, response) => {
    answers.push(response);
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { answers, url: (path: string) => `http://127.0.0.1:${port}${path}` };
}

it("closes the connection of a stream whose reader takes nothing, and of nothing else", async () => {
  const { answers, url } = await aTalkativeServer();
  const ask = async (path: string) => {
    const request = get(url(path), { agent: false }).on("error", () => {});
    const [response] = await once(request, "response");
    response.pause();
    response.on("error", () => {});
    return answers.at(-1);
  };
  const other = await ask("/api/v1/schedules/1/availability");
  const stream = await ask("/api/v1/schedules/1/availability/stream?version=1");

  if (stream && !stream.destroyed) await once(stream, "close");

  expect(stream?.destroyed).toBe(true);
  expect(other?.destroyed).toBe(false);
});
