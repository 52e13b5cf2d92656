import { encode } from "uqr";
import { cn } from "@/components/ui/class-names";

/** Modules of white around the code, which a scanner needs to find it. */
const QUIET_ZONE = 3;

type QrCodeProps = { text: string; label: string; className?: string | undefined };

/** A QR code, drawn on the server. Black on white in dark mode too: many scanners cannot read the reverse. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={cn("rounded-sm", className)}
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
