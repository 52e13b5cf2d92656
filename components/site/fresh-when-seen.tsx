"use client";

import { useLookAgain } from "@/components/checkout/use-look-again";
import { useRouter } from "@/lib/i18n/routing";

/** On a page of what is one's own: seen again, by "back" or from another tab, it is read again. */
export function FreshWhenSeen() {
  const router = useRouter();
  useLookAgain(router.refresh);
  return null;
}
