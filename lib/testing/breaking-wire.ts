import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Not "read committed", of which a new connection speaks. */
const COMMIT = "commit\0";

/** A way to the database that breaks at the next COMMIT. */
export type BreakingWire = {
  url: string;
  /** "unsent": COMMIT does not arrive. "unanswered": it does, and nobody hears of it. */
  breakAtCommit: (how: "unsent" | "unanswered") => void;
  close: () => void;
};

/** Opens it in front of the database at `databaseUrl`. The pool behind it must be new: a driver sends COMMIT in words once. */
export async function aBreakingWire(databaseUrl: string): Promise<BreakingWire> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let breaking: "unsent" | "unanswered" | null = null;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) sockets.add(socket.on("error", cut).on("close", cut));
    near.on("data", (sent) => {
      const isBreaking = breaking !== null && sent.includes(COMMIT);
      if (isBreaking && breaking === "unsent") cut();
      else far.write(sent);
      if (isBreaking) far.removeAllListeners("data").once("data", cut);
      if (isBreaking) breaking = null;
    });
    far.on("data", (answer) => near.write(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    breakAtCommit: (how) => {
      breaking = how;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
