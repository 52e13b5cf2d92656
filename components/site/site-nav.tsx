"use client";

import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { cn } from "@/components/ui/class-names";
import { usePathname } from "@/lib/i18n/routing";
import { PatientLink } from "./patient-link";

const PLACES = [
  { href: "/", word: "events", isHere: (path: string) => path === "/" || path.startsWith("/events") },
  { href: "/bookings", word: "bookings", isHere: (path: string) => path.startsWith("/bookings") },
  { href: "/points", word: "points", isHere: (path: string) => path.startsWith("/points") },
] as const;

const LAYOUTS = {
  bar: {
    list: "flex h-full gap-1",
    link: "relative h-full after:absolute after:inset-x-3 after:-bottom-px after:h-0.5 after:rounded-full aria-[current]:after:bg-ember",
  },
  list: { list: "grid", link: "min-h-12 rounded-md text-lg hover:bg-sunken aria-[current]:bg-sunken" },
  line: { list: "flex flex-wrap", link: "min-h-11 text-sm" },
} as const;

type SiteNavProps = { layout: keyof typeof LAYOUTS };

/** The three places of the site; the one the reader is in is underlined. */
export function SiteNav({ layout }: SiteNavProps) {
  return (
    <Suspense fallback={<Places layout={layout} pathname={null} />}>
      <PlacesHere layout={layout} />
    </Suspense>
  );
}

function PlacesHere({ layout }: SiteNavProps) {
  return <Places layout={layout} pathname={usePathname()} />;
}

function Places({ layout, pathname }: SiteNavProps & { pathname: string | null }) {
  const t = useTranslations("site.nav");
  return (
    <ul className={cn("site-nav", LAYOUTS[layout].list)}>
      {PLACES.map(({ href, word, isHere }) => (
        <li key={href}>
          <PatientLink
            href={href}
            aria-current={pathname !== null && isHere(pathname) ? "page" : undefined}
            className={cn(
              "flex items-center whitespace-nowrap px-3 font-semibold text-ink-muted transition-colors hover:text-ink aria-[current]:text-ink",
              LAYOUTS[layout].link,
            )}
          >
            {t(word)}
          </PatientLink>
        </li>
      ))}
    </ul>
  );
}
