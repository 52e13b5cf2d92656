import type { ComponentProps } from "react";
import { cn } from "./class-names";

const WIDTHS = { wide: "max-w-7xl", reading: "max-w-3xl", narrow: "max-w-md" } as const;

type ContainerProps = ComponentProps<"div"> & { width?: keyof typeof WIDTHS | undefined };

/** The page's side margins: 16 px on a phone, growing to 40. */
export function Container({ width = "wide", className, ...rest }: ContainerProps) {
  return <div className={cn("mx-auto w-full px-4 sm:px-6 lg:px-10", WIDTHS[width], className)} {...rest} />;
}
