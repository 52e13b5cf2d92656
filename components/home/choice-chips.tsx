import { cn } from "@/components/ui/class-names";
import { Link } from "@/lib/i18n/routing";

type Choice = { href: string; label: string; isChosen: boolean };

type ChoiceChipsProps = { label: string; choices: readonly Choice[]; className?: string | undefined };

/** One choice of several, each a link, so that it works without script and can be shared. */
export function ChoiceChips({ label, choices, className }: ChoiceChipsProps) {
  return (
    <nav aria-label={label} className={cn("min-w-0", className)}>
      <ul className="-mx-4 flex snap-x scroll-px-4 gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
        {choices.map(({ href, label: word, isChosen }) => (
          <li key={href} className="snap-start">
            <Link
              href={href}
              scroll={false}
              aria-current={isChosen ? "true" : undefined}
              className={cn(
                "flex min-h-11 items-center whitespace-nowrap rounded-full border px-4 font-semibold text-sm transition-colors duration-150",
                isChosen
                  ? "border-ink bg-ink text-paper"
                  : "border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken",
              )}
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
