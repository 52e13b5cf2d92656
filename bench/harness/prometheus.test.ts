import { expect, it } from "vitest";
import { parseSamples, riseOf } from "./prometheus";

const TEXT = `# HELP reads_total Reads.
# TYPE reads_total counter
reads_total{source="redis"} 12
reads_total{source="the database, once"} 3
memory_bytes 1.5e+6
`;

it("reads every sample, and tells how much one rose", () => {
  const samples = parseSamples(TEXT);

  expect(Object.fromEntries(samples)).toEqual({
    'reads_total{source="redis"}': 12,
    'reads_total{source="the database, once"}': 3,
    memory_bytes: 1_500_000,
  });
  expect(riseOf('reads_total{source="redis"}', new Map(), samples)).toBe(12);
  expect(riseOf("memory_bytes", samples, samples)).toBe(0);
});
