import { createServer } from "node:net";
import { Failure } from "@/scripts/failure";

export const PORT_DEFAULT = 3_000;
const PORT_MAX = 65_535;

/**
 * The port that PORT asks for; 3000 when it is not set.
 * @throws Failure when it is not a port number.
 */
export function parsePort(text: string | undefined): number {
  if (text === undefined || text === "") return PORT_DEFAULT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= PORT_MAX) return port;
  throw new Failure(
    `PORT is "${text}", which is not a port number. Choose one from 1 to ${PORT_MAX}: PORT=3001 npm start`,
  );
}

/** @throws Failure when this process may not listen on `port`. Looks at every address, as the server will use them all. */
export async function requireFreePort(port: number): Promise<void> {
  for (const host of [undefined, "127.0.0.1"]) {
    const fault = await tryListening(port, host);
    if (fault === "EACCES") {
      throw new Failure(`Port ${port} needs more rights than you have. Choose another: PORT=${PORT_DEFAULT} npm start`);
    }
    if (fault !== null) {
      throw new Failure(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`);
    }
  }
}

/** The `preferred` port of this machine's loopback if it is free, else any free one. */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await tryListening(preferred, "127.0.0.1")) === null) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** `null` when listening works, else the system's code. */
function tryListening(port: number, host: string | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}
