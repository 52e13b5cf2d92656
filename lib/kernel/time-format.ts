import type { Locale } from "./locale";

/**
 * Times are put together here from plain numbers, because Node's and the browser's language data
 * differ ("오후" or "PM", "(목)" or "목"), and a page must read the same before and after it wakes.
 */
type LocalTime = { year: number; month: number; day: number; weekday: number; hour: number; minute: number };

const WEEKDAYS = {
  ko: ["일", "월", "화", "수", "목", "금", "토"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;

const MONTHS_EN = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The clock on the wall in `timeZone` (an IANA name). */
function localTimeOf(at: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const [year, month, day] = [read("year"), read("month"), read("day")];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, hour: read("hour"), minute: read("minute") };
}

/** "2026년 12월 24일 (목)" or "Thu, 24 December 2026", in the venue's zone. */
export function formatDate(locale: Locale, at: Date, timeZone: string): string {
  const { year, month, day, weekday } = localTimeOf(at, timeZone);
  if (locale === "en") return `${WEEKDAYS.en[weekday]}, ${day} ${MONTHS_EN[month - 1]} ${year}`;
  return `${year}년 ${month}월 ${day}일 (${WEEKDAYS.ko[weekday]})`;
}

/** "오후 7:30" or "7:30 PM", in the venue's zone. */
export function formatTime(locale: Locale, at: Date, timeZone: string): string {
  const { hour, minute } = localTimeOf(at, timeZone);
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, "0")}`;
  const isMorning = hour < 12;
  if (locale === "en") return `${clock} ${isMorning ? "AM" : "PM"}`;
  return `${isMorning ? "오전" : "오후"} ${clock}`;
}

/** "2026년 12월 24일 (목) 오후 7:30" or "Thu, 24 December 2026, 7:30 PM", in the venue's zone. */
export function formatDateTime(locale: Locale, at: Date, timeZone: string): string {
  const separator = locale === "en" ? ", " : " ";
  return `${formatDate(locale, at, timeZone)}${separator}${formatTime(locale, at, timeZone)}`;
}

/** "2026년 12월" or "December 2026", in the venue's zone. */
export function formatMonth(locale: Locale, at: Date, timeZone: string): string {
  const { year, month } = localTimeOf(at, timeZone);
  return locale === "en" ? `${MONTHS_EN[month - 1]} ${year}` : `${year}년 ${month}월`;
}

/** A day to be set large: "24" and "목" or "Thu", in the venue's zone. */
export function formatDay(locale: Locale, at: Date, timeZone: string): { day: string; weekday: string } {
  const { day, weekday } = localTimeOf(at, timeZone);
  return { day: String(day), weekday: WEEKDAYS[locale][weekday] ?? "" };
}

/** "2026년 12월 24일 – 31일" or "24 – 31 December 2026"; one day is said with its weekday. In the venue's zone. */
export function formatDateRange(locale: Locale, first: Date, last: Date, timeZone: string): string {
  const from = localTimeOf(first, timeZone);
  const to = localTimeOf(last, timeZone);
  const isOneYear = from.year === to.year;
  const isOneMonth = isOneYear && from.month === to.month;
  if (isOneMonth && from.day === to.day) return formatDate(locale, first, timeZone);
  if (locale === "en") {
    const start = [from.day, !isOneMonth && MONTHS_EN[from.month - 1], !isOneYear && from.year].filter(Boolean);
    return `${start.join(" ")} – ${to.day} ${MONTHS_EN[to.month - 1]} ${to.year}`;
  }
  const end = [!isOneYear && `${to.year}년`, !isOneMonth && `${to.month}월`, `${to.day}일`].filter(Boolean);
  return `${from.year}년 ${from.month}월 ${from.day}일 – ${end.join(" ")}`;
}
