import { AppError } from "@/lib/kernel/errors";

/**
 * The same input, once no text in it has a character that PostgreSQL cannot keep (U+0000).
 * @throws AppError `invalid_input` naming the first such field.
 */
export function assertStorable<T>(input: T): T {
  const field = findNul(input, []);
  if (field) throw new AppError("invalid_input", { fields: { [field.join(".") || "_"]: ["invalid_format"] } });
  return input;
}

/** Input that was checked against a schema is as shallow as the schema. */
function findNul(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === "string") return value.includes("\0") ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inside] of Object.entries(value)) {
    const found = findNul(inside, [...path, name]);
    if (found) return found;
  }
  return null;
}
