/** The seats of a stored choice; nothing for anything else that may lie under the key. */
export function parseChoice(stored: string | null): number[] {
  try {
    const seats: unknown = JSON.parse(stored ?? "[]");
    if (!Array.isArray(seats)) return [];
    return [...new Set(seats)].filter((seat): seat is number => Number.isInteger(seat) && seat >= 0);
  } catch {
    return [];
  }
}
