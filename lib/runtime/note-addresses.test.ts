import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, it, onTestFinished } from "vitest";
import { addressHeader, clientAddress } from "@/lib/api/client-address";
import { noteAddresses } from "./note-addresses";

noteAddresses();

/** What a server makes of a request that claims to come from elsewhere, also under our own header's name. */
async function addressSeenBy(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const headers = { "X-Forwarded-For": "198.51.100.1", [addressHeader()]: "198.51.100.2" };
  const [answer] = await once(request({ host: "127.0.0.1", port, headers }).end(), "response");
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text;
}

it("tells the API of the front where a request comes from", async () => {
  const answer = getRequestListener(async ({ headers }) => new Response(clientAddress(headers, 0)), {
    overrideGlobalObjects: false,
  });

  expect(await addressSeenBy(answer)).toBe("127.0.0.1");
});

it("tells Next, which reads the headers as Node has put them together", async () => {
  const address = await addressSeenBy(({ headers }, outgoing) => {
    outgoing.end(clientAddress(new Headers(headers as Record<string, string>), 0));
  });

  expect(address).toBe("127.0.0.1");
});

it("names its header anew in every process", () => {
  expect(addressHeader()).toMatch(/^x-rowlock-address-[\da-f-]{36}$/);
});
