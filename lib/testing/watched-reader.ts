import type { Db, Reader } from "@/lib/db/client";

/** Runs between a query's answer and its reader: to count the answers, or to hold one back. */
type OnAnswer = () => Promise<void> | void;

/** A database that reads as ever, and calls `onAnswer` after each query was answered and before its reader sees it. */
export function aWatchedReader(db: Db, onAnswer: OnAnswer): Reader {
  return { select: watched(db.select.bind(db), onAnswer), execute: watched(db.execute.bind(db), onAnswer) };
}

type Settle = (value: unknown) => unknown;

/** Query builders are chains that end in `then`: every link is watched, and the end waits for `onAnswer`. */
function watched<T extends object>(target: T, onAnswer: OnAnswer): T {
  return new Proxy(target, {
    get(link, property) {
      const member: unknown = Reflect.get(link, property);
      if (typeof member !== "function") return member;
      if (property !== "then") return watched(member.bind(link), onAnswer);
      return async (resolve: Settle, reject: Settle) => {
        try {
          const answer = await link;
          await onAnswer();
          resolve(answer);
        } catch (error) {
          reject(error);
        }
      };
    },
    apply(call, self, inputs) {
      const result: unknown = Reflect.apply(call as never, self, inputs);
      return typeof result === "object" && result !== null ? watched(result, onAnswer) : result;
    },
  });
}
