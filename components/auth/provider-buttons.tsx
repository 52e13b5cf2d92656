import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = {
  providers: readonly { id: string }[];
  returnTo: string;
  signInWithProviderAction: (form: FormData) => Promise<void>;
};

/** One button for each configured provider; nothing at all when none is. */
export function ProviderButtons({ providers, returnTo, signInWithProviderAction }: Props) {
  const t = useTranslations("auth.signIn");
  if (providers.length === 0) return null;

  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-3 text-ink-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {providers.map(({ id }) => (
        <form key={id} action={signInWithProviderAction}>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <Button type="submit" variant="secondary" size="lg" className="w-full">
            {t("withProvider", { provider: id })}
          </Button>
        </form>
      ))}
    </div>
  );
}
