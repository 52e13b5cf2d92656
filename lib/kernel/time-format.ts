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
