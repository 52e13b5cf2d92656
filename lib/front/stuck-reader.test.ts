import { once } from "node:events";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { closeStuckStreams } from "@/lib/runtime/stuck-streams";
import { createFront } from "./front";
import { openPages } from "./pages";

const SILENT_MAX_MS = 200;
closeStuckStreams(SILENT_MAX_MS);

const STREAM = "/api/v1/schedules/1/availability/stream";

/** A front whose API tells without end, as fast as it is read; `left` settles when the reader is given up. */
async function aTalkativeFront() {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const api = async () => {
    const chunk = new Uint8Array(65_536);
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(chunk), cancel: leave });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  };
  const front = createFront({ api, own: {}, pages: openPages({ port: 1, trustedProxies: 0 }) });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  onTestFinished(() => {
    front.closeAllConnections();
    front.close();
  });
  const { port } = front.address() as AddressInfo;
  const open = async () => {
    const asked = get({ port, host: "127.0.0.1", path: STREAM, agent: false }).on("error", () => {});
    const [answer] = await once(asked, "response");
    answer.on("error", () => {});
    return { asked, answer };
  };
  return { left, open };
}

it("gives up a reader who takes nothing, and tells the stream so", async () => {
  const { left, open } = await aTalkativeFront();
  const { answer } = await open();
  answer.pause();

  await expect(left).resolves.toBeUndefined();
});

it("tells the stream of a reader who leaves", async () => {
  const { left, open } = await aTalkativeFront();
  const { asked, answer } = await open();
  answer.once("data", () => asked.destroy());

  await expect(left).resolves.toBeUndefined();
});
