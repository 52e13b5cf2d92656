import { randomInt } from "node:crypto";

/** No letter or digit that is read or heard as another: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
const GROUP_LENGTH = 4;

const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A new booking number, e.g. RW-7K3M-9QXD: random, so that nobody can guess the next one or count the sales. */
export const newBookingNumber = () => `RW-${group()}-${group()}`;
