"use client";

import type { ReactNode } from "react";
import { usePathname } from "@/lib/i18n/routing";
import { PatientLink } from "./patient-link";

const WITHOUT_RETURN = ["/sign-in", "/sign-up"];

/** To the sign-in page and, afterwards, back to this one. */
export function SignInLink({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const hasReturn = pathname !== "/" && !WITHOUT_RETURN.includes(pathname);
  return (
    <PatientLink
      href={hasReturn ? { pathname: "/sign-in", query: { returnTo: pathname } } : "/sign-in"}
      className="flex min-h-11 items-center whitespace-nowrap rounded-md border border-line-strong px-4 font-semibold text-sm transition-colors hover:border-ink hover:bg-sunken"
    >
      {children}
    </PatientLink>
  );
}
