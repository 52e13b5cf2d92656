import { z } from "zod";
import { findBalance, listPointHistory } from "@/lib/points/queries";
import { ChargePointsInput, ListPointHistoryInput } from "@/lib/points/schema";
import { chargePointsSafely } from "@/lib/sales/charge";
import { defineEndpoint } from "./endpoint";

export const chargePointsEndpoint = defineEndpoint({
  name: "points.charge",
  who: "fan",
  input: ChargePointsInput,
  run: (actor, input, { services }) => chargePointsSafely(services, actor, input),
});

// Never cached, and read from the pool that was written to, so that a fan sees their own write.
export const findBalanceEndpoint = defineEndpoint({
  name: "points.balance",
  who: "fan",
  input: z.object({}),
  run: (actor, _input, { services }) => findBalance(services.db, actor),
});

export const listPointHistoryEndpoint = defineEndpoint({
  name: "points.history",
  who: "fan",
  input: ListPointHistoryInput,
  run: (actor, input, { services }) => listPointHistory(services.db, actor, input),
});
