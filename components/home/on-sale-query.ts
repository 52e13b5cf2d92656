import { CATEGORIES } from "@/components/event/categories";
import type { EventCategory } from "@/lib/db/schema/catalog";

export const WHENS = ["today", "week", "month"] as const;
export type When = (typeof WHENS)[number];

/** What the address asks for. `from` and `to` are days, YYYY-MM-DD, and give way to `when`. */
export type OnSaleQuery = {
  q?: string | undefined;
  category?: EventCategory | undefined;
  when?: When | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

type RawSearch = Record<string, string | string[] | undefined>;

const QUERY_LENGTH_MAX = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; whatever it does not understand is as if it were not there. */
export function readQuery(search: RawSearch): OnSaleQuery {
  const text = (key: string) => {
    const value = search[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const day = (key: string) => (DAY.test(text(key) ?? "") ? text(key) : undefined);
  const when = WHENS.find((choice) => choice === text("when"));
  return {
    q: text("q")?.slice(0, QUERY_LENGTH_MAX),
    category: CATEGORIES.find((choice) => choice === text("category")),
    when,
    from: when ? undefined : day("from"),
    to: when ? undefined : day("to"),
  };
}

export const isFiltered = (query: OnSaleQuery): boolean => Object.values(query).some(Boolean);

/** The address of a query: "/", or "/?category=play&when=week". */
export function addressOf(query: OnSaleQuery): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(entries).toString();
  return search ? `/?${search}` : "/";
}

/** The days, both included, that a query spans, on the calendar of `timeZone`. Weeks end on Sunday. */
export function daysOf(query: OnSaleQuery, now: Date, timeZone: string): { from?: string; to?: string } {
  if (!query.when) return { ...(query.from ? { from: query.from } : {}), ...(query.to ? { to: query.to } : {}) };
  const today = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  const date = new Date(`${today}T00:00:00Z`);
  const end = new Date(date);
  if (query.when === "week") end.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  if (query.when === "month") end.setUTCMonth(date.getUTCMonth() + 1, 0);
  return { from: today, to: end.toISOString().slice(0, 10) };
}
