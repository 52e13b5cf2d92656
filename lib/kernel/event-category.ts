/** What kind of evening an event is. Browser-safe, so that a filter can offer them. */
export const EVENT_CATEGORIES = ["musical", "concert", "play", "classical", "sports", "comedy"] as const;
export type EventCategory = (typeof EVENT_CATEGORIES)[number];
