type CalendarEntry = {
  /** Stays the same for one booking, so that a calendar updates the entry instead of adding another. */
  id: string;
  title: string;
  place: string;
  note: string;
  startsAt: Date;
  /** When the file is made. */
  now: Date;
};

const LINE_OCTETS_MAX = 75;

/** An iCalendar file (RFC 5545) with one entry. It has a beginning and no end: how long the night is, nobody says. */
export function calendarFile({ id, title, place, note, startsAt, now }: CalendarEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rowlock//Tickets//EN",
    "BEGIN:VEVENT",
    `UID:${id}@rowlock`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `SUMMARY:${escapeText(title)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(note)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(fold).join("\r\n").concat("\r\n");
}

const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");
const escapeText = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line holds 75 octets; it goes on after a line break and a space, never within a character. */
function fold(line: string): string {
  const folded: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LINE_OCTETS_MAX) {
      folded.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...folded, part].join("\r\n");
}
