const SEATS_PER_CHARACTER = 3;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SIXTEENS = 16;
const FOURS = 4;

/**
 * Seat statuses as they travel: two bits a seat, seat 0 in the two highest bits of the first byte, in
 * standard base64 (RFC 4648 §4). One character is exactly three seats, so that a script may change a
 * seat in place. 50,000 seats are 12,500 bytes, or 16,668 characters.
 *
 * `statuses` has one of "0" … "3" a seat; a last character or byte that is not full is filled with zeros.
 */
export function packStatuses(statuses: string): string {
  let packed = "";
  for (let seat = 0; seat < statuses.length; seat += SEATS_PER_CHARACTER) {
    packed +=
      ALPHABET[codeAt(statuses, seat) * SIXTEENS + codeAt(statuses, seat + 1) * FOURS + codeAt(statuses, seat + 2)];
  }
  const characters = Math.ceil((Math.ceil(statuses.length / FOURS) * 8) / 6);
  const withLastByte = packed.padEnd(characters, ALPHABET[0]);
  return withLastByte.padEnd(Math.ceil(characters / FOURS) * FOURS, "=");
}

const codeAt = (statuses: string, seat: number) => statuses.charCodeAt(seat) & 3;

/** One triple of seats for each character of the alphabet. */
const TRIPLES: Readonly<Record<string, string>> = Object.fromEntries(
  [...ALPHABET].map((character, value) => [character, `${value >> 4}${(value >> 2) & 3}${value & 3}`]),
);

/**
 * The statuses of the first `seatCount` seats of what `packStatuses` made.
 *
 * @throws RangeError when `packed` is too short or is not base64.
 */
export function unpackStatuses(packed: string, seatCount: number): string {
  const characters = Math.ceil(seatCount / SEATS_PER_CHARACTER);
  if (packed.length < characters) throw new RangeError(`${packed.length} characters do not hold ${seatCount} seats`);
  const triples = new Array<string>(characters);
  for (let i = 0; i < characters; i++) {
    const triple = TRIPLES[packed[i] ?? ""];
    if (triple === undefined) throw new RangeError(`"${packed[i]}" at ${i} is not base64`);
    triples[i] = triple;
  }
  return triples.join("").slice(0, seatCount);
}
