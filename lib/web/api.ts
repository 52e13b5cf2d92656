import "server-only";
import { revalidateTag } from "next/cache";
import { connection } from "next/server";
import { createApi } from "@/lib/api/app";
import { ROUTES } from "@/lib/api/v1/routes";
import { services } from "@/lib/runtime/services";

const api = createApi(ROUTES, { services, invalidate: (tag) => revalidateTag(tag, { expire: 0 }) });

/** The public API as a route handler of Next. */
export async function serveApi(request: Request): Promise<Response> {
  await connection();
  return api(request);
}
