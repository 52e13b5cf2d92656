import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeGeometry } from "./decode-geometry";
import { drawStadium } from "./draw-stadium";
import { encodeGeometry } from "./encode-geometry";
import { SEAT_FLAGS } from "./rules";
import type { SeatGeometry } from "./seat-map";

const text = fc.string({ maxLength: 4 });
const length = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const point = fc.record({ x: length, y: length });
const area = fc.record({
  shape: fc.constantFrom("polygon", "rectangle", "ellipse", "circle", "text"),
  x: length,
  y: length,
  rotation: length,
  fill: fc.option(text),
  stroke: fc.option(text),
  text: fc.option(text),
  width: fc.option(length),
  height: fc.option(length),
  points: fc.array(point, { maxLength: 3 }),
});
const seatNumber = fc.oneof(
  fc.nat(30).map(String),
  text,
  fc.constantFrom("007", "1e3", "-1", "999999999", "9999999999"),
);
// Seats come in stretches that are alike, as in a hall, so that runs are made and broken.
const stretch = fc.record({
  seats: fc.array(fc.record({ seatNumber, tenths: fc.integer({ min: -99_999, max: 99_999 }) }), { maxLength: 6 }),
  first: fc.nat(40),
  isNumbered: fc.boolean(),
  rowLabel: text,
  section: fc.nat(),
  flags: fc.nat(SEAT_FLAGS),
  note: fc.integer({ min: -1, max: 20 }),
});

const geometry = fc
  .record({
    size: fc.record({ width: length, height: length }),
    areas: fc.array(area, { maxLength: 3 }),
    focalPoint: fc.option(point),
    viewNotes: fc.array(fc.record({ ko: text, en: text }), { maxLength: 3 }),
    sections: fc.array(text, { minLength: 1, maxLength: 4 }),
    stretches: fc.array(stretch, { maxLength: 8 }),
  })
  .map(({ stretches, ...plan }): SeatGeometry => {
    const seats = stretches.flatMap((alike) =>
      alike.seats.map((seat, i) => ({
        ...alike,
        seatNumber: alike.isNumbered ? String(alike.first + i) : seat.seatNumber,
        x: seat.tenths / 10,
        y: (seat.tenths + i) / 10,
      })),
    );
    return {
      ...plan,
      seats: {
        section: Uint32Array.from(seats, ({ section }) => section % plan.sections.length),
        rowLabel: seats.map(({ rowLabel }) => rowLabel),
        seatNumber: seats.map((seat) => seat.seatNumber),
        x: Float64Array.from(seats, ({ x }) => x),
        y: Float64Array.from(seats, ({ y }) => y),
        flags: Uint8Array.from(seats, ({ flags }) => flags),
        viewNote: Int32Array.from(seats, ({ note }) => Math.min(note, plan.viewNotes.length - 1)),
      },
    };
  });

const sent = (of: SeatGeometry): Record<string, unknown> => JSON.parse(JSON.stringify(encodeGeometry(of)));

describe("the wire format of a geometry", () => {
  it("brings back every plan as it was", () => {
    const isKept = (plan: SeatGeometry) => {
      expect(decodeGeometry(sent(plan))).toEqual(plan);
    };
    fc.assert(fc.property(geometry, isKept), { numRuns: 300 });
  });

  it("is refused when any field is missing, or is of another kind", () => {
    const field = fc.constantFrom(...Object.keys(sent(fc.sample(geometry, 1)[0] as SeatGeometry)));
    const nonsense = fc.constantFrom(undefined, "", "x", -2, 0.5, true, {}, [null], [{}], [[]], [-5, 1], [1, -1]);
    fc.assert(
      fc.property(geometry, field, nonsense, (plan, key, value) => {
        const wire = sent(plan);
        expect(() => decodeGeometry({ ...wire, [key]: value })).toThrow(RangeError);
      }),
    );
  });

  it("is refused when a column is cut off or goes on", () => {
    const column = fc.constantFrom("rowSection", "rowLabel", "rowSeats", "numbers", "x", "y", "flags", "viewNote");
    const ofSeats = geometry.filter(({ seats }) => seats.x.length > 0);
    fc.assert(
      fc.property(ofSeats, column, (plan, key) => {
        const wire = sent(plan);
        const values = wire[key] as unknown[];
        expect(() => decodeGeometry({ ...wire, [key]: values.slice(0, -1) })).toThrow(RangeError);
        expect(() => decodeGeometry({ ...wire, [key]: [...values, ...values.slice(-2)] })).toThrow(RangeError);
      }),
    );
  });

  it.each([null, undefined, 1, "geometry", [], {}, { format: 2 }])("refuses %j", (wire) => {
    expect(() => decodeGeometry(wire)).toThrow(RangeError);
  });

  it("says a stadium of 50,000 in 6 bytes a seat", () => {
    const { seats, name: _, ...plan } = drawStadium();
    const sections = [...new Set(seats.map(({ section }) => section))];
    const stadium: SeatGeometry = {
      ...plan,
      viewNotes: [],
      sections,
      seats: {
        section: Uint32Array.from(seats, ({ section }) => sections.indexOf(section)),
        rowLabel: seats.map(({ rowLabel }) => rowLabel),
        seatNumber: seats.map((seat) => seat.seatNumber),
        x: Float64Array.from(seats, ({ x }) => x),
        y: Float64Array.from(seats, ({ y }) => y),
        flags: new Uint8Array(seats.length),
        viewNote: new Int32Array(seats.length).fill(-1),
      },
    };

    expect(JSON.stringify(encodeGeometry(stadium)).length / seats.length).toBeLessThan(7);
  });
});
