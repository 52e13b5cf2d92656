/** Every cache tag of the site: what a write names and a cached read carries. */
export const cacheTags = {
  /** The lists of what is on. */
  events: "events",
  event: (slug: string) => `event:${slug}`,
  schedule: (scheduleId: string) => `schedule:${scheduleId}`,
};
