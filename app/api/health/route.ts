import { connection } from "next/server";
import { checkHealth } from "@/lib/ops/health";
import { services } from "@/lib/runtime/services";

export async function GET(): Promise<Response> {
  await connection();
  const health = await checkHealth(services());
  return Response.json(health, { status: health.canSell ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
