import { expect, it } from "vitest";
import { takeStreamPlace } from "./stream-places";

it("gives an address so many places and no more, and each back once", () => {
  const leave = takeStreamPlace("203.0.113.7", 2);
  takeStreamPlace("203.0.113.7", 2);

  expect(() => takeStreamPlace("203.0.113.7", 2)).toThrowError("too_many_requests");
  takeStreamPlace("203.0.113.8", 2);

  leave();
  leave();
  takeStreamPlace("203.0.113.7", 2);
  expect(() => takeStreamPlace("203.0.113.7", 2)).toThrowError("too_many_requests");
});
