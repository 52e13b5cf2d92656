"use client";

import { type ComponentProps, useSyncExternalStore } from "react";
import { Link } from "@/lib/i18n/routing";
import { firstThingsAreDone, onFirstThingsDone } from "./first-things";

const notYet = () => false;

/** A link that fetches its page ahead, as links do, but not before this page stands. */
export function PatientLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  const isTime = useSyncExternalStore(onFirstThingsDone, firstThingsAreDone, notYet);
  return <Link {...props} prefetch={isTime ? null : false} />;
}
