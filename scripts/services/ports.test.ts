import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { findFreePort, parsePort, requireFreePort } from "./ports";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupy(port: number): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
}

describe("parsePort", () => {
  it("serves on 3000 unless told otherwise", () => {
    expect(parsePort(undefined)).toBe(3_000);
    expect(parsePort("")).toBe(3_000);
    expect(parsePort("8080")).toBe(8_080);
  });

  it.each(["abc", "0", "70000", "80x", "-1"])("says that %j is not a port, and how to choose one", (text) => {
    expect(() => parsePort(text)).toThrow(/PORT is ".*" npm start|PORT is ".*Choose one/);
  });
});

describe("requireFreePort", () => {
  it("accepts a free port", async () => {
    await expect(requireFreePort(await findFreePort())).resolves.toBeUndefined();
  });

  it("names PORT as the way out when another program has it, even on the loopback alone", async () => {
    const port = await findFreePort();
    await occupy(port);

    await expect(requireFreePort(port)).rejects.toThrow(`Choose another: PORT=${port + 1} npm start`);
  });
});

describe("findFreePort", () => {
  it("keeps the port of the last time while it is free", async () => {
    const port = await findFreePort();

    expect(await findFreePort(port)).toBe(port);
  });

  it("takes another when somebody has it now", async () => {
    const port = await findFreePort();
    await occupy(port);

    expect(await findFreePort(port)).not.toBe(port);
  });
});
