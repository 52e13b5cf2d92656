import { ChargePointsInput } from "@/lib/points/schema";
import { chargePointsSafely } from "@/lib/sales/charge";
import { defineEndpoint } from "@/lib/web/endpoint";

export const chargePointsEndpoint = defineEndpoint({
  name: "points.charge",
  who: "fan",
  input: ChargePointsInput,
  run: (actor, input, { services }) => chargePointsSafely(services, actor, input),
});
