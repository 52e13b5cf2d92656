import { createNavigation } from "next-intl/navigation";
import { routing } from "./addresses";

/** Next's navigation, with paths written without the language. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
