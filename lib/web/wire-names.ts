/** What the wire calls fields that are called otherwise inside: { price_max: "priceKrwMax" }. */
export type WireNames = Readonly<Record<string, string>>;

/** A request's fields in the names of the operation's input; those that nobody renames stay. */
export const fromWireNames = (wire: Record<string, unknown>, names: WireNames): Record<string, unknown> =>
  Object.fromEntries(Object.entries(wire).map(([name, value]) => [names[name] ?? name, value]));

/** The faults of a request (by path, such as "seats.0.row") in the names that its sender used. */
export function faultsInWireNames(
  fields: Readonly<Record<string, unknown>>,
  names: WireNames,
): Record<string, unknown> {
  const wireNameOf = new Map(Object.entries(names).map(([wire, inside]) => [inside, wire]));
  return Object.fromEntries(
    Object.entries(fields).map(([path, faults]) => {
      const [first = "", ...rest] = path.split(".");
      return [[wireNameOf.get(first) ?? first, ...rest].join("."), faults];
    }),
  );
}
