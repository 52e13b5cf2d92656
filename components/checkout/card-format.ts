const NUMBER_DIGITS_MAX = 19;
const CVC_DIGITS_MAX = 4;

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** "4242 4242 4242 4242", whatever was typed or pasted; a letter is dropped. */
export function formatCardNumber(typed: string): string {
  const digits = digitsOf(typed).slice(0, NUMBER_DIGITS_MAX);
  return digits.replace(/(\d{4})(?=\d)/g, "$1 ");
}

/** "MM/YY" of "1228", "12 / 28", "12/2028" or "3/28"; as far as it has been typed. */
export function formatExpiry(typed: string): string {
  const [, lone, rest = ""] = /^\D*(\d{1,2})\D+(.*)$/.exec(typed) ?? [];
  const digits = lone ? lone.padStart(2, "0") + digitsOf(rest) : digitsOf(typed);
  // "5" can only be May, so its zero need not be typed.
  const padded = /^[2-9]/.test(digits) ? `0${digits}` : digits;
  const month = padded.slice(0, 2);
  const year = padded.slice(2);
  const shortYear = year.length === 4 ? year.slice(2) : year.slice(0, 2);
  return shortYear ? `${month}/${shortYear}` : month;
}

export function formatCvc(typed: string): string {
  return digitsOf(typed).slice(0, CVC_DIGITS_MAX);
}

/** Where the caret belongs after formatting, so that it stays behind the same digit it was behind. */
export function caretAfter(formatted: string, digitsBefore: number): number {
  let seen = 0;
  let index = 0;
  while (index < formatted.length && seen < digitsBefore) {
    if (/\d/.test(formatted.charAt(index))) seen++;
    index++;
  }
  return index;
}

export type CardDraft = { number: string; expiry: string; cvc: string };
export type CardFault = "missing" | "malformed" | "past";
export type CardFaults = Partial<Record<keyof CardDraft, CardFault>>;

export const EMPTY_CARD: CardDraft = { number: "", expiry: "", cvc: "" };

/** What is wrong with each field, in the order they stand on the page; `today` decides what has expired. */
export function findCardFaults({ number, expiry, cvc }: CardDraft, today: Date): CardFaults {
  const numberFault = faultOfNumber(digitsOf(number));
  const expiryFault = faultOfExpiry(expiry, today);
  const cvcFault = cvc === "" ? "missing" : cvc.length < 3 ? "malformed" : null;
  return {
    ...(numberFault && { number: numberFault }),
    ...(expiryFault && { expiry: expiryFault }),
    ...(cvcFault && { cvc: cvcFault }),
  };
}

function faultOfNumber(digits: string): CardFault | null {
  if (digits === "") return "missing";
  return digits.length >= 14 && passesLuhn(digits) ? null : "malformed";
}

/** The check digit that catches one wrong digit and most swaps. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** A card is good to the end of its month. */
function faultOfExpiry(expiry: string, today: Date): CardFault | null {
  if (expiry === "") return "missing";
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d{2})$/.exec(expiry) ?? [];
  if (!month || !year) return "malformed";
  const firstDayAfter = new Date(2000 + Number(year), Number(month), 1);
  return today >= firstDayAfter ? "past" : null;
}
