/** The parts of the API in the order a client meets them, each with the first segments of its addresses. */
const PARTS = [
  { name: "Signing in", segments: ["auth", "api-keys"], description: "Who you are" },
  { name: "Events", segments: ["events", "plans"], description: "What is on, when, where, and at what price" },
  { name: "Seats", segments: ["seats", "schedules"], description: "What is free, live; choosing and holding" },
  { name: "Bookings", segments: ["bookings"], description: "Booking, paying, cancelling" },
  { name: "Points", segments: ["points"], description: "The prepaid balance and its history" },
];

export const TAGS = PARTS.map(({ name, description }) => ({ name, description }));

/** @throws Error when an address belongs to no part: a new one belongs into the list above. */
export function tagOf(path: string): string {
  const [, segment = ""] = path.split("/");
  const part = PARTS.find(({ segments }) => segments.includes(segment));
  if (!part) throw new Error(`${path} belongs to no part of the API's document`);
  return part.name;
}
