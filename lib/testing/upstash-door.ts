import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis as Connection } from "ioredis";
import { afterAll, inject } from "vitest";

const TOKEN = "a token of the tests";

export type UpstashDoor = { url: string; token: string };

/**
 * The run's Redis behind HTTP, speaking as Upstash's REST API does (upstash.com/docs/redis/features/restapi):
 * a command as a JSON array in, or several of them at /pipeline, `{ result }` or `{ error }` out, texts in base64 for who asks for it.
 * Closed when the test file ends.
 */
export async function anUpstashDoor(): Promise<UpstashDoor> {
  const connection = new Connection(inject("redisUrl"));
  const server = createServer(async (request, response) => {
    response.setHeader("Content-Type", "application/json");
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      response.writeHead(401).end(JSON.stringify({ error: "WRONGPASS invalid http auth token" }));
      return;
    }
    const encode = request.headers["upstash-encoding"] === "base64" ? toBase64 : (value: unknown) => value;
    const run = async ([name, ...args]: unknown[]) => {
      try {
        return { result: encode(await connection.call(String(name), ...args.map(String))) };
      } catch (error) {
        return { error: error instanceof Error ? error.message : "ERR" };
      }
    };
    const body = await bodyOf(request);
    const isPipeline = request.url === "/pipeline";
    response.end(JSON.stringify(isPipeline ? await Promise.all((body as unknown[][]).map(run)) : await run(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(async () => {
    connection.disconnect();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, token: TOKEN };
}

async function bodyOf(request: IncomingMessage): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64);
  return typeof value === "string" ? Buffer.from(value, "utf8").toString("base64") : value;
}
