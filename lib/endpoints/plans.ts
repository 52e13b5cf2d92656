import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { storedGeometry } from "@/lib/plans/stored-geometry";
import { defineEndpoint } from "@/lib/web/endpoint";

const HASH_LENGTH_MAX = 64;

/**
 * The geometry of a plan by the hash of its content. Another hash than today's is not found rather
 * than led on: whoever follows could not read what a newer format says, and a content kept for a year
 * under a name that is not its own would be wrong for a year.
 */
export const readGeometryEndpoint = defineEndpoint({
  name: "plans.geometry",
  who: "anyone",
  input: z.object({ planId: z.uuid(), hash: z.string().max(HASH_LENGTH_MAX) }),
  run: async (_actor, { planId, hash }, { services }) => {
    const stored = await storedGeometry(services.readDb, planId);
    if (stored.hash !== hash) throw new AppError("not_found");
    return stored;
  },
});
