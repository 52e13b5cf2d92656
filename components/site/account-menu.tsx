import { KeyRound, LogOut, Ticket, UserRound, Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { PatientLink } from "./patient-link";
import { SignInLink } from "./sign-in-link";

export type HeaderUser = { name: string; email: string };

type AccountMenuProps = {
  user: HeaderUser | null;
  /** A server action; signs out and goes home. */
  signOutAction: () => Promise<void>;
};

const ROW = "flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-md px-3 font-medium hover:bg-sunken";

/** The reader's name and what is theirs, or the way to sign in. */
export function AccountMenu({ user, signOutAction }: AccountMenuProps) {
  const t = useTranslations("site");
  if (!user) return <SignInLink>{t("account.signIn")}</SignInLink>;
  return (
    <Popover
      button={
        <>
          <UserRound aria-hidden="true" className="size-5" />
          <span className="hidden max-w-32 truncate sm:block">{user.name}</span>
        </>
      }
      aria-label={t("account.menu", { name: user.name })}
      className="flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-md border border-line px-3 font-semibold text-sm transition-colors hover:border-line-strong hover:bg-sunken"
      panelClassName="fixed top-[calc(var(--header-height)+0.25rem)] right-[max(1rem,calc((100vw-80rem)/2+2.5rem))] w-64"
    >
      <div className="mb-1 border-line border-b px-3 pt-1 pb-3">
        <p className="truncate font-bold">{user.name}</p>
        <p className="truncate text-ink-muted text-sm">{user.email}</p>
      </div>
      <PatientLink href="/bookings" className={ROW}>
        <Ticket aria-hidden="true" className="size-4.5 text-ink-muted" />
        {t("nav.bookings")}
      </PatientLink>
      <PatientLink href="/points" className={ROW}>
        <Wallet aria-hidden="true" className="size-4.5 text-ink-muted" />
        {t("nav.points")}
      </PatientLink>
      <PatientLink href="/account/api-keys" className={ROW}>
        <KeyRound aria-hidden="true" className="size-4.5 text-ink-muted" />
        {t("nav.apiKeys")}
      </PatientLink>
      <form action={signOutAction}>
        <button type="submit" className={ROW}>
          <LogOut aria-hidden="true" className="size-4.5 text-ink-muted" />
          {t("account.signOut")}
        </button>
      </form>
    </Popover>
  );
}

/** Keeps the account's place in the header while it is being read. */
export const AccountSkeleton = () => <Skeleton className="h-11 w-20 rounded-md" />;
