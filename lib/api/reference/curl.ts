import type { Operation } from "@/lib/api/openapi/types";
import { EXAMPLES } from "@/lib/api/v1/examples";

type Call = { path: string; method: string; operation: Operation; server: string };

/** The example of an operation as a command to type. The token stands in $TOKEN. */
export function curlOf({ path, method, operation, server }: Call): string {
  const { address = {}, body } = EXAMPLES[operation.operationId] ?? {};
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => address[name] ?? name);
  const query = Object.entries(address).filter(([name]) => !path.includes(`{${name}}`));
  const url = `${server}${filled}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`;
  const isStream = "text/event-stream" in (operation.responses["200"]?.content ?? {});
  const isSigned = !operation.security.some((way) => Object.keys(way).length === 0);
  const takesKey = operation.parameters.some(({ name }) => name === "Idempotency-Key");
  return [
    `curl${isStream ? " -N" : ""}${method === "GET" ? "" : ` -X ${method}`} '${url}'`,
    ...(isSigned ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...(takesKey ? [`-H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(body
      ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body, null, 2).replaceAll("\n", "\n  ")}'`]
      : []),
  ].join(" \\\n  ");
}
