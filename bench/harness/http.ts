import { type Agent, request } from "node:http";

export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer };

const TIMEOUT_MS = 30_000;

/** One GET over a kept connection, the body as it came. Rejects when there is no answer in half a minute. */
export function get(agent: Agent, url: URL, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
      answer.on("error", reject);
    });
    asked.on("timeout", () => asked.destroy(new Error(`no answer from ${url.pathname}`)));
    asked.on("error", reject);
    asked.end();
  });
}
