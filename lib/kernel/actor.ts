export const ROLES = ["fan", "viewer", "box_office", "manager", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: an authenticated person. Anonymous callers are `null`. */
export type Actor = { userId: string; role: Role };
