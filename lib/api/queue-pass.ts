const HEADER = "queue-pass";
const cookieOf = (scheduleId: string) => `rowlock-queue-${scheduleId}`;

/** The pass into a schedule that a request carries: its header, or the cookie that a page keeps. */
export const queuePassIn =
  (headers: Headers) =>
  (scheduleId: string): string | null => {
    const sent = headers.get(HEADER);
    if (sent !== null) return sent;
    const name = `${cookieOf(scheduleId)}=`;
    const cookie = headers
      .get("cookie")
      ?.split(/; */)
      .find((one) => one.startsWith(name));
    return cookie?.slice(name.length) ?? null;
  };

/** Has a browser keep a pass as long as it is good, out of reach of its scripts. */
export const queuePassCookie = ({
  scheduleId,
  pass,
  passEndsAt,
}: {
  scheduleId: string;
  pass: string;
  passEndsAt: Date;
}) => `${cookieOf(scheduleId)}=${pass}; Path=/; HttpOnly; SameSite=Lax; Expires=${passEndsAt.toUTCString()}`;
