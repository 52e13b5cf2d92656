export const ROLES = ["fan", "viewer", "box_office", "manager", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: an authenticated person. Anonymous callers are `null`. */
export type Actor = { userId: string; role: Role };

/** What a personal key may do: look at what is its person's; hold, book, pay and cancel; buy points. */
export const API_SCOPES = ["read", "buy", "points"] as const;
export type ApiScope = (typeof API_SCOPES)[number];
