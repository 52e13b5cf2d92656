import { Button } from "@/components/ui/button";
import { Link } from "@/lib/i18n/routing";

type PageLinksProps = {
  /** Each a link with its words; null when there is no such page. */
  first: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
};

/** On to the older entries, and back to the newest. The pages between are the browser's "back". */
export function PageLinks({ first, next }: PageLinksProps) {
  if (!first && !next) return null;
  return (
    <div className="flex flex-wrap justify-center gap-3 pt-6">
      {first && (
        <Button asChild variant="ghost">
          <Link href={first.href}>{first.label}</Link>
        </Button>
      )}
      {next && (
        <Button asChild variant="secondary">
          <Link href={next.href}>{next.label}</Link>
        </Button>
      )}
    </div>
  );
}
