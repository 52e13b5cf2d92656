import fc from "fast-check";
import type { Operation } from "@/lib/api/openapi/types";

/** Texts that have broken a parser, a database or a page somewhere. */
const TEXTS = [
  ...["", " ", "\u0000", "a\u0000b", "\ud800", "\udfff\ud800", "\u202eegap", "\u200b", "ﷺ".repeat(50), "💺".repeat(41)],
  ..."' or '1'='1|'; drop table tickets; --|../../../etc/passwd|%00|%2e%2e%2f|${7*7}|{{7*7}}|<script>".split("|"),
  ..."__proto__|constructor|toString|null|undefined|true|NaN|Infinity|-0|1e309|0x7f|1_000|٣|１열|1열|A구역".split("|"),
  ..."-1|0|1.5|2147483648|9223372036854775807|9223372036854775808|99999999999999999999".split("|"),
  ..."0000-01-01|9999-12-31|2026-02-30|0000-01-01T00:00:00Z|9999-12-31T23:59:59.999999999Z|+275760-09-13T00:00:00Z".split(
    "|",
  ),
  ..."00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff|9999999999999999-999999999999999|0-0|1-".split(
    "|",
  ),
  "x".repeat(5_000),
];
const NUMBERS = [
  -1,
  -0,
  0,
  1,
  1.5,
  20,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
  5e-324,
];
/** Bodies that are no object, or no JSON. */
const BODIES = [
  ...['{"a":', "[]", "null", '"text"', "17", "", " ", "{}", "\u0000", "\ufeff{}", "{'a':1}", '{"a":1}x', "NaN"],
  ...[
    "[".repeat(30_000),
    '{"a":'.repeat(8_000) + "1" + "}".repeat(8_000),
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
  ],
  ...[`{"seats":${JSON.stringify(Array(3_000).fill({ row: "1", number: 1 }))}}`, `{"a":"${"x".repeat(70_000)}"}`],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  fc.string({ unit: "binary", maxLength: 60 }),
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom(...NUMBERS, null, true, false),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("__proto__", "row", "number", "section", "then", "toJSON", "length"), tie("any")),
  ),
})).any;

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  "accept-language": [
    "*",
    "en;q=2",
    ";;;,,,q=",
    "ko-KR-u-nu-hanidec",
    "x".repeat(4_000),
    "en,".repeat(2_000),
    "\u00ff",
  ],
  "if-none-match": ["*", '"', 'W/"1"', '""', "x".repeat(4_000), '"e.1", "e.2"'],
  "last-event-id": ["", "-1", "e.-1", "e.1e9", ".", "\u00ff\u00fe", "x".repeat(4_000), "e.99999999999999999999"],
  "idempotency-key": ["", " ", "k", "\u00e9", "x".repeat(255), "x".repeat(256), "' or 1=1"],
  "content-type": [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/json; charset=utf-16",
  ],
  "content-length": ["-1", "0", "NaN", "99999999999"],
  "x-forwarded-for": ["127.0.0.1", "::1, ' or 1=1", "x".repeat(2_000)],
  "sec-fetch-site": ["cross-site", "same-origin", ""],
  cookie: ["authjs.session-token=x", "authjs.session-token=; __Secure-authjs.session-token=eyJ.x.y", "=;=;="],
};

const HEADER_PAIRS = Object.entries(HEADERS).flatMap(([name, values]) => values.map((one) => [name, one] as const));

export type HostileRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
};

/** What stands for a field in this test's world: real ids, its own and other people's. A field without any is left out of a right request. */
type Known = Readonly<Record<string, readonly unknown[]>>;

/** Spoils nothing, one field, one place deep in a field, or several. */
type Spoil = { field: number; deep: boolean; leaf: number; by: unknown };
const spoils: fc.Arbitrary<Spoil[]> = fc.array(
  fc.record({
    field: fc.nat(),
    deep: fc.boolean(),
    leaf: fc.nat(),
    by: fc.oneof({ weight: 3, arbitrary: text }, value),
  }),
  { maxLength: 2 },
);

/** Requests of one operation that are wrong in one way or many, and now and then right. */
export function hostileRequests(
  method: string,
  path: string,
  operation: Operation,
  known: Known,
): fc.Arbitrary<HostileRequest> {
  const [inPath, inQuery, inBody] = placesOf(path, operation);
  return fc
    .record({
      names: fieldsOf(inPath, known),
      query: fieldsOf(inQuery, known),
      fields: fieldsOf(inBody, known),
      odd: fc.option(fc.constantFrom(...BODIES), { freq: 6 }),
      headers: fc.array(fc.constantFrom(...HEADER_PAIRS), { maxLength: 2 }).map((some) => Object.fromEntries(some)),
      isTwice: fc.boolean(),
    })
    .map(({ names, query, fields, odd, headers, isTwice }) => {
      const search = Object.entries(query)
        .filter(([, asked]) => asked !== undefined)
        .map(([name, asked]) => `${name}=${encode(asked)}`);
      const whole = `${addressOf(path, names)}?${[...search, ...(isTwice ? search.slice(0, 1) : [])].join("&")}`;
      return { method, path: whole, headers, body: method === "GET" ? undefined : (odd ?? JSON.stringify(fields)) };
    });
}

/** Each field as the world knows it, then spoiled. */
function fieldsOf(names: readonly string[], known: Known): fc.Arbitrary<Record<string, unknown>> {
  const right = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(known[name] ?? [undefined]))])),
  );
  return fc.tuple(right, spoils).map(([fields, faults]) => {
    const spoiled: Record<string, unknown> = structuredClone(fields);
    for (const { field, deep, leaf, by } of faults) {
      const name = pick(names, field);
      if (name !== undefined)
        spoiled[name] = deep ? spoilAt(spoiled[name], pick(leavesOf(spoiled[name]), leaf) ?? [], by) : by;
    }
    return spoiled;
  });
}

/** What each place of a request is filled with in turn. */
const SPOILS: readonly unknown[] = [
  ...["a\u0000b", "\ud800", "", " ", "x".repeat(5_000), "\u202e1열", "__proto__", "0000-01-01", "0000-01-01T00:00:00Z"],
  ...["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9Z", "-1", "1.5", "1e309", "2147483648", "9223372036854775808"],
  ...["00000000-0000-0000-0000-000000000000", "9999999999999999-999999999999999", "%", "_"],
  ...[-1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308, null, true, [], {}],
];

/** One request for each place of a right one and each thing that does not belong there. */
export function everySpoiledRequest(
  method: string,
  path: string,
  operation: Operation,
  known: Known,
): HostileRequest[] {
  const [inPath, inQuery, inBody] = placesOf(path, operation);
  const names = [...inPath, ...inQuery, ...inBody];
  const right = Object.fromEntries(names.map((name) => [name, known[name]?.[0]]));
  const spoiled = names.flatMap((name) =>
    leavesOf(right[name]).flatMap((leaf) => SPOILS.map((by) => ({ name, leaf, by }))),
  );
  return spoiled.map(({ name, leaf, by }) => {
    const fields = { ...right, [name]: spoilAt(right[name], leaf, by) };
    const search = inQuery
      .filter((field) => fields[field] !== undefined)
      .map((field) => `${field}=${encode(fields[field])}`)
      .join("&");
    const body = Object.fromEntries(inBody.map((field) => [field, fields[field]]));
    return {
      method,
      path: `${addressOf(path, fields)}?${search}`,
      headers: {},
      body: method === "GET" ? undefined : JSON.stringify(body),
    };
  });
}

const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length];

/** The ways to every text or number in a value, and to the value itself. */
function leavesOf(whole: unknown): string[][] {
  if (typeof whole !== "object" || whole === null) return [[]];
  return [[], ...Object.entries(whole).flatMap(([key, inside]) => leavesOf(inside).map((way) => [key, ...way]))];
}

function spoilAt(whole: unknown, [key, ...way]: readonly string[], by: unknown): unknown {
  if (key === undefined || typeof whole !== "object" || whole === null) return by;
  const inside = spoilAt(Reflect.get(whole, key), way, by);
  return Array.isArray(whole) ? whole.with(Number(key), inside) : { ...whole, [key]: inside };
}

function placesOf(path: string, { parameters, requestBody }: Operation): [string[], string[], string[]] {
  return [
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
    Object.keys(requestBody?.content["application/json"]?.schema.properties ?? {}),
  ];
}

const addressOf = (path: string, fields: Readonly<Record<string, unknown>>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(fields[name]) || "%20");

function encode(asked: unknown): string {
  const written = typeof asked === "string" ? asked : (JSON.stringify(asked) ?? "");
  return encodeURIComponent(Buffer.from(written).toString());
}
