import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

const TONES = {
  neutral: { box: "border-line bg-sunken", icon: "text-ink-muted", Icon: Info },
  success: { box: "border-success/30 bg-success-soft", icon: "text-success", Icon: CircleCheck },
  warning: { box: "border-warning/30 bg-warning-soft", icon: "text-warning", Icon: TriangleAlert },
  danger: { box: "border-danger/30 bg-danger-soft", icon: "text-danger", Icon: CircleAlert },
} as const;

export type NoticeTone = keyof typeof TONES;

type NoticeProps = {
  tone?: NoticeTone | undefined;
  title?: ReactNode | undefined;
  children?: ReactNode;
  action?: ReactNode | undefined;
  className?: string | undefined;
};

/** What happened, what is safe, what to do. Danger and warning interrupt a screen reader, the rest waits. */
export function Notice({ tone = "neutral", title, children, action, className }: NoticeProps) {
  const { box, icon, Icon } = TONES[tone];
  const isUrgent = tone === "danger" || tone === "warning";
  return (
    <div
      role={isUrgent ? "alert" : "status"}
      className={cn("flex gap-3 rounded-md border p-4 text-ink text-sm", box, className)}
    >
      <Icon aria-hidden="true" className={cn("size-5 shrink-0", icon)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-pretty">{children}</div>}
        {action && <div className="pt-2">{action}</div>}
      </div>
    </div>
  );
}
