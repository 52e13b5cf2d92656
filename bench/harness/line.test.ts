import { expect, it } from "vitest";
import { readAnswer } from "./line";

const WHOLE = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n[1, 2, 3]";
const CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n";

it("reads an answer of a told length", () => {
  expect(readAnswer(WHOLE)).toEqual({ status: 201, body: "[1, 2, 3]" });
});

it("reads an answer in chunks", () => {
  expect(readAnswer(CHUNKED)).toEqual({ status: 200, body: "[1,2]" });
});

it("waits for what is missing, wherever the answer was cut", () => {
  for (const answer of [WHOLE, CHUNKED]) {
    for (let cut = 0; cut < answer.length; cut++) expect(readAnswer(answer.slice(0, cut))).toBeNull();
  }
});

it("gives letters back that are no single byte", () => {
  const text = Buffer.from('"좌석"').toString("latin1");
  expect(readAnswer(`HTTP/1.1 409 Conflict\r\ncontent-length: ${text.length}\r\n\r\n${text}`)?.body).toBe('"좌석"');
});
