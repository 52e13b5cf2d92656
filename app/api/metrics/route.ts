import { connection } from "next/server";
import { registry } from "@/lib/ops/metrics";

/** For Prometheus; as JSON for the process before this one, which tells of both. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  if (request.headers.get("accept") === "application/json") return Response.json(await registry.getMetricsAsJSON());
  return new Response(await registry.metrics(), { headers: { "Content-Type": registry.contentType } });
}
