import { type ComponentProps, cloneElement, isValidElement } from "react";
import { cn } from "./class-names";
import { Spinner } from "./spinner";

const VARIANTS = {
  primary: "bg-ember text-on-ember hover:bg-ember-strong",
  secondary: "border border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken",
  ghost: "text-ink hover:bg-sunken",
  danger: "border border-danger bg-surface text-danger hover:bg-danger-soft",
} as const;

const SIZES = {
  sm: "min-h-9 rounded-sm px-3 text-sm pointer-coarse:min-h-11",
  md: "min-h-11 rounded-md px-4 text-base",
  lg: "min-h-13 rounded-md px-6 text-base",
} as const;

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: keyof typeof VARIANTS | undefined;
  size?: keyof typeof SIZES | undefined;
  /** Work is under way: shows a spinner over the label, keeps the width, ignores further clicks. */
  pending?: boolean | undefined;
  /** Gives the looks to the only child, e.g. a link. */
  asChild?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** The label says what will happen ("2석 선점하기"). One primary button per page. */
export function Button({
  variant = "primary",
  size = "md",
  pending = false,
  asChild = false,
  disabled = false,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  const classes = cn(
    "relative inline-flex cursor-pointer select-none items-center justify-center gap-2 font-semibold",
    "transition-[background-color,border-color,transform] duration-150 ease-out active:translate-y-px",
    "disabled:pointer-events-none disabled:opacity-45",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
  if (asChild && isValidElement<ComponentProps<"button">>(children))
    return cloneElement(children, { className: classes, ...rest });
  return (
    <button type={type} className={classes} disabled={disabled || pending} aria-busy={pending || undefined} {...rest}>
      {pending ? (
        <>
          <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
          <Spinner className="absolute" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
