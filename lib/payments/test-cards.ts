import type { LocalizedText } from "@/lib/kernel/locale";

/** A card of the test gateway: its number stays in the browser, only the token is sent. */
export type TestCard = { number: string; token: string; label: LocalizedText };

export const TEST_CARDS: readonly TestCard[] = [
  { number: "4242 4242 4242 4242", token: "tok_approve", label: { ko: "바로 승인돼요", en: "Approved at once" } },
  {
    number: "4000 0000 0000 9995",
    token: "tok_decline_funds",
    label: { ko: "한도 초과로 거절돼요", en: "Declined: insufficient funds" },
  },
  {
    number: "4000 0000 0000 9987",
    token: "tok_decline_lost",
    label: { ko: "분실 카드로 거절돼요", en: "Declined: lost card" },
  },
  {
    number: "4000 0000 0000 0069",
    token: "tok_slow",
    label: { ko: "3초 뒤에 승인돼요", en: "Approved after 3 seconds" },
  },
  {
    number: "4000 0000 0000 0119",
    token: "tok_timeout_after_charge",
    label: { ko: "결제는 되지만 응답이 오지 않아요", en: "Charged, but the answer is lost" },
  },
  {
    number: "4000 0000 0000 0127",
    token: "tok_timeout_before_charge",
    label: { ko: "결제 요청이 도착하지 않아요", en: "The charge never arrives" },
  },
  {
    number: "4000 0000 0000 0259",
    token: "tok_duplicate_notification",
    label: { ko: "승인 알림이 두 번 와요", en: "Approved, and notified twice" },
  },
];

/** The token of a test card's number, however it is spaced; `null` for a number that is no test card's. */
export function tokenOfTestCard(cardNumber: string): string | null {
  const digits = cardNumber.replace(/\D/g, "");
  return TEST_CARDS.find((card) => card.number.replaceAll(" ", "") === digits)?.token ?? null;
}
