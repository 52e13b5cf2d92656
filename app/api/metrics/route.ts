import { connection } from "next/server";
import { registry } from "@/lib/ops/metrics";

export async function GET(): Promise<Response> {
  await connection();
  return new Response(await registry.metrics(), { headers: { "Content-Type": registry.contentType } });
}
