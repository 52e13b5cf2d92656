import { randomUUID } from "node:crypto";
import { isIPv6 } from "node:net";
import { settings } from "@/lib/settings";

const IPV6_GROUPS = 8;
/** A household or a server gets at least so many groups of an address for itself. */
const IPV6_NETWORK_GROUPS = 4;

// Hot reload evaluates modules again, and the server keeps a copy of them for each kind of entry.
const kept: typeof globalThis & { rowlockAddressHeader?: string } = globalThis;

/** Under this header the process notes the address of a connection. Nobody else knows its name, so nobody can send it. */
export function addressHeader(): string {
  kept.rowlockAddressHeader ??= `x-rowlock-address-${randomUUID()}`;
  return kept.rowlockAddressHeader;
}

/**
 * Who sends a request, as far as an address tells: the connection's, or what the nearest of the proxies
 * that are ours says; an IPv6 address by its network of 64 bits, within which anybody may choose another.
 * What anybody else claims in `X-Forwarded-For` counts for nothing. "unknown" where no connection is seen.
 */
export function clientAddress(headers: Headers, trustedProxies: number = settings.trustedProxies): string {
  const forwarded = trustedProxies > 0 ? (headers.get("x-forwarded-for") ?? "") : "";
  const claimed = forwarded.split(",").flatMap((address) => address.trim() || []);
  const connection = headers.get(addressHeader());
  // Without a server of Node, as on a platform, the connection is the nearest proxy's.
  const hops = [...claimed, connection ?? "unknown"];
  return networkOf(hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? "unknown");
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain.toLowerCase();
  const [head = [], tail = []] = plain.split("::").map((side) => side.split(":").filter(Boolean));
  const zeros = Array<string>(Math.max(0, IPV6_GROUPS - head.length - tail.length)).fill("0");
  const groups = [...head, ...zeros, ...tail].slice(0, IPV6_NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
