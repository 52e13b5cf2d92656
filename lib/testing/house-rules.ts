/** Who may import whom, by folder; the first rule whose folder fits decides. Read as: files in `folder` never import `banned`. */
const RULES: readonly { folder: RegExp; banned: RegExp; because: string }[] = [
  {
    folder: /^lib\/kernel\//,
    banned: /^@\/(?!lib\/kernel\/)|^node:|^(next|react|drizzle-orm|postgres)(\/|$)/,
    because: "the kernel imports nothing and runs in the browser",
  },
  {
    folder: /^lib\/(db|redis|ops|cache)\//,
    banned:
      /^@\/(app|components)\/|^@\/lib\/(accounts|catalog|points|payments|queue|seats|bookings|sales|requests|sweeper|audit|web|auth|api|runtime|endpoints|views|i18n)\/|^(next|react|next-auth|next-intl)(\/|$)/,
    because: "infrastructure knows nothing of the domain or of Next",
  },
  {
    folder: /^lib\/(accounts|catalog|plans|points|payments|queue|seats|bookings|sales|sweeper|audit|requests)\//,
    banned: /^@\/(app|components)\/|^@\/lib\/(web|auth|endpoints|views|i18n)\/|^(next|react|next-auth|next-intl)(\/|$)/,
    because: "the domain has never heard of Next",
  },
  {
    folder: /^lib\/(api|endpoints|runtime|front)\//,
    banned:
      /^@\/(app|components)\/|^@\/lib\/(web|views|i18n)\/|^@\/lib\/auth\/(?!read-session$)|^(next|react|next-auth|next-intl|server-only)(\/|$)/,
    because: "what a process beside Next serves, too, has never heard of Next",
  },
  {
    folder: /^lib\/(points|catalog|accounts|payments|queue)\//,
    banned: /^@\/lib\/(bookings|sales|sweeper|audit|seats)\//,
    because: "lower tiers do not know what is built on them",
  },
  {
    folder: /^lib\/seats\//,
    banned: /^@\/lib\/(bookings|payments|points|sales|sweeper|audit)\//,
    because: "seats do not know of bookings; bookings compose seats",
  },
  {
    folder: /^lib\/bookings\//,
    banned: /^@\/lib\/(sales|sweeper|audit)\//,
    because: "bookings do not know of the locks around them",
  },
  {
    folder: /^components\//,
    banned:
      /^@\/app\/|^@\/lib\/(db|redis|ops|cache|sales|sweeper|audit|web|auth|api|runtime|endpoints|views|services|env|settings)(\/|$)|^(drizzle-orm|postgres|ioredis|@upstash\/redis)(\/|$)/,
    because: "components fetch nothing; actions arrive as props",
  },
  {
    folder: /^components\//,
    banned: /^@\/lib\/plans\/(?!(rules|seat-map|decode-geometry)$)/,
    because: "of plans, the browser needs the shape and the bits, not how they are stored",
  },
  {
    folder: /^app\//,
    banned: /^@\/lib\/(db|redis|sales|sweeper|audit|testing)\/|^(drizzle-orm|postgres|ioredis|@upstash\/redis)(\/|$)/,
    because: "pages and routes go through endpoints and views",
  },
  {
    folder: /^(app|components|lib)\//,
    banned: /^\.\.\/(?!globals\.css)/,
    because: "a parent-relative import slips past these rules",
  },
];

const NEVER_BY_PRODUCTION = /^@\/lib\/testing\//;
const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|import\(["']([^"']+)["']\)/gm;

/** The imports of one file that break the house's rules, each with its reason. Type-only imports are free. */
export function importFaults(path: string, source: string): string[] {
  const faults: string[] = [];
  for (const match of source.matchAll(IMPORT)) {
    const isTypeOnly = match[1] !== undefined;
    const target = match[2] ?? match[3] ?? match[4] ?? "";
    if (isTypeOnly) continue;
    for (const { folder, banned, because } of RULES) {
      if (folder.test(path) && banned.test(target)) faults.push(`${path} imports ${target}: ${because}`);
    }
    if (NEVER_BY_PRODUCTION.test(target)) faults.push(`${path} imports ${target}: only tests use lib/testing`);
  }
  return faults;
}
