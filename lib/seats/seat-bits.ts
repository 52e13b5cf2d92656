const SEATS_PER_CHARACTER = 3;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const FOURS = 4;
const CHARACTERS = new TextEncoder().encode(ALPHABET);
const PADDING = "=".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
const ascii = new TextDecoder("latin1");

/**
 * Seat statuses as they travel: two bits a seat, seat 0 in the two highest bits of the first byte, in
 * standard base64 (RFC 4648 §4). One character is exactly three seats, so that a script may change a
 * seat in place. 50,000 seats are 12,500 bytes, or 16,668 characters.
 *
 * `statuses` has one of "0" … "3" a seat; a last character or byte that is not full is filled with zeros.
 */
export function packStatuses(statuses: string): string {
  const characters = Math.ceil((Math.ceil(statuses.length / FOURS) * 8) / 6);
  const packed = new Uint8Array(Math.ceil(characters / FOURS) * FOURS).fill(PADDING, characters);
  // Beyond the last seat there is nothing, which reads as zero.
  const codes = new Uint8Array(characters * SEATS_PER_CHARACTER);
  codes.set(new TextEncoder().encode(statuses));
  for (let at = 0, seat = 0; at < characters; at++, seat += SEATS_PER_CHARACTER) {
    packed[at] = CHARACTERS[(bitsOf(codes, seat) << 4) | (bitsOf(codes, seat + 1) << 2) | bitsOf(codes, seat + 2)] ?? 0;
  }
  return ascii.decode(packed);
}

const bitsOf = (codes: Uint8Array, seat: number) => (codes[seat] ?? 0) & 3;

/** The value of each character, by its code; -1 for what is not base64. */
const VALUES = Int8Array.from({ length: 256 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/**
 * The statuses of the first `seatCount` seats of what `packStatuses` made.
 *
 * @throws RangeError when `packed` is too short or is not base64.
 */
export function unpackStatuses(packed: string, seatCount: number): string {
  const characters = Math.ceil(seatCount / SEATS_PER_CHARACTER);
  if (packed.length < characters) throw new RangeError(`${packed.length} characters do not hold ${seatCount} seats`);
  const statuses = new Uint8Array(characters * SEATS_PER_CHARACTER);
  for (let at = 0, seat = 0; at < characters; at++, seat += SEATS_PER_CHARACTER) {
    const value = VALUES[packed.charCodeAt(at)] ?? -1;
    if (value < 0) throw new RangeError(`"${packed[at]}" at ${at} is not base64`);
    statuses[seat] = ZERO + (value >> 4);
    statuses[seat + 1] = ZERO + ((value >> 2) & 3);
    statuses[seat + 2] = ZERO + (value & 3);
  }
  return ascii.decode(statuses.subarray(0, seatCount));
}
