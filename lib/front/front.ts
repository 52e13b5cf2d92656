import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { API_ROOT } from "@/lib/api/app";
import { compress } from "./compress";
import type { Pages } from "./pages";

type Answer = (request: Request) => Promise<Response>;

type FrontOptions = {
  /** All below /api/v1. */
  api: Answer;
  /** What the front answers itself besides, by its path. */
  own: Readonly<Record<string, Answer>>;
  /** Everything else. */
  pages: Pages;
};

/** One origin out of two processes: answers the API itself, without the framework, and passes everything else on to the pages. */
export function createFront({ api, own, pages }: FrontOptions): Server {
  const answerApi = getRequestListener(async (request) => compress(request, await api(request)));
  const listeners = new Map(Object.entries(own).map(([path, answer]) => [path, getRequestListener(answer)]));

  const server = createServer((incoming, outgoing) => {
    const path = incoming.url?.split("?", 1)[0] ?? "/";
    const listener = path.startsWith(`${API_ROOT}/`) || path === API_ROOT ? answerApi : listeners.get(path);
    if (!listener) return pages.pass(incoming, outgoing);
    outgoing.setHeader("X-Content-Type-Options", "nosniff");
    void listener(incoming, outgoing);
  });
  server.on("upgrade", pages.passUpgrade);
  return server;
}
