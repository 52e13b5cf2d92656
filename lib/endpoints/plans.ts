import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { storedGeometry } from "@/lib/plans/stored-geometry";
import { defineEndpoint } from "./endpoint";

const NAME_LENGTH_MAX = 64;
const GZIP_SUFFIX = ".gz";

/**
 * The geometry of a plan by the hash of its content, as JSON, or with `.gz` after the hash the same
 * JSON as a gzip file. Another hash than today's is not found rather than led on: whoever follows
 * could not read what a newer format says, and a content kept for a year under a name that is not its
 * own would be wrong for a year.
 */
export const readGeometryEndpoint = defineEndpoint({
  name: "plans.geometry",
  who: "anyone",
  input: z.object({ planId: z.uuid(), hash: z.string().max(NAME_LENGTH_MAX) }),
  run: async (_actor, { planId, hash: tag }, { services }) => {
    const { hash, json, gzipped } = await storedGeometry(services.readDb, planId);
    if (tag === hash) return { tag, contentType: "application/json; charset=utf-8", bytes: json };
    if (tag === hash + GZIP_SUFFIX) return { tag, contentType: "application/gzip", bytes: await gzipped() };
    throw new AppError("not_found");
  },
});
