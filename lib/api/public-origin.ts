import { settings } from "@/lib/settings";

/**
 * The origin that whoever sends this request sees us at, such as "https://tickets.test": what the proxies
 * that are ours say, else the host that was asked for. A server behind others has an address that nobody knows.
 */
export function publicOrigin(
  { url, headers }: Pick<Request, "url" | "headers">,
  trustedProxies: number = settings.trustedProxies,
): string {
  const said = (name: string) =>
    trustedProxies > 0 ? headers.get(`x-forwarded-${name}`)?.split(",")[0]?.trim() : undefined;
  const own = new URL(url);
  return `${said("proto") ?? own.protocol.replace(":", "")}://${said("host") ?? headers.get("host") ?? own.host}`;
}
