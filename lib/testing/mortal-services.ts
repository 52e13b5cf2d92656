import type { Db } from "@/lib/db/client";
import type { Services } from "@/lib/services";

/** When a process dies: once its n-th transaction has committed, or the card company has done what it was asked. */
export type Death = `commit ${number}` | "charge" | "refund";

/**
 * The services of a process that dies in the middle of its work: from that moment on it reaches neither
 * the database nor the card company, so that what it had not written by then was never written.
 * `die` may end the process itself.
 */
export function mortalServices(
  services: Services,
  death: Death,
  die: () => void = () => {},
): { services: Services; isDead: () => boolean } {
  let isDead = false;
  let commits = 0;
  const refuseIfDead = () => {
    if (isDead) throw Object.assign(new Error("this process is dead"), { code: "CONNECTION_CLOSED" });
  };
  const dieAfter = async <T>(call: () => Promise<T>, momentOf: () => string): Promise<T> => {
    refuseIfDead();
    const done = await call();
    if (momentOf() === death) {
      isDead = true;
      die();
    }
    refuseIfDead();
    return done;
  };
  const db: Db = new Proxy(services.db, {
    get(pool, name, self) {
      refuseIfDead();
      if (name !== "transaction") return Reflect.get(pool, name, self);
      const transaction: Db["transaction"] = (...args) =>
        dieAfter(
          () => pool.transaction(...args),
          () => `commit ${++commits}`,
        );
      return transaction;
    },
  });
  const { gateway } = services;
  const mortalGateway: Services["gateway"] = {
    ...gateway,
    charge: (request) =>
      dieAfter(
        () => gateway.charge(request),
        () => "charge",
      ),
    refund: (reference) =>
      dieAfter(
        () => gateway.refund(reference),
        () => "refund",
      ),
  };
  return { isDead: () => isDead, services: { ...services, db, readDb: db, gateway: mortalGateway } };
}
