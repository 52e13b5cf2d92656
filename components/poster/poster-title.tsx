import type { EventCategory } from "@/lib/db/schema/catalog";
import { HEIGHT, WIDTH } from "./art/canvas";
import type { Palette } from "./palettes";
import { setTitle } from "./set-title";

const MARGIN = 40;
const LEADING = 1.08;
const SHADE = 0.9;
const LABEL = 40;

type PosterTitleProps = {
  title: string;
  category: EventCategory;
  palette: Palette;
  id: string;
  place: "top" | "bottom";
};

/** The title in type, on a fall of the poster's own ground that keeps it readable. */
export function PosterTitle({ title, category, palette, id, place }: PosterTitleProps) {
  const { lines, sizePx } = setTitle(title, WIDTH - MARGIN * 2);
  const block = lines.length * sizePx * LEADING;
  const isTop = place === "top";
  const shadeHeight = block + LABEL + 150;
  const firstBaseline = isTop ? MARGIN + sizePx * 0.84 : HEIGHT - MARGIN - 8 - block + sizePx * LEADING;
  const label = isTop ? MARGIN + block + LABEL - 10 : HEIGHT - MARGIN - block - LABEL / 2;
  return (
    <g fontFamily="var(--font-sans)">
      <defs>
        <linearGradient id={`${id}-shade`} x1="0" y1={isTop ? 1 : 0} x2="0" y2={isTop ? 0 : 1}>
          <stop offset="0" stopColor={palette.ground} stopOpacity="0" />
          <stop offset="0.46" stopColor={palette.ground} stopOpacity={SHADE} />
          <stop offset="1" stopColor={palette.ground} />
        </linearGradient>
      </defs>
      <rect y={isTop ? 0 : HEIGHT - shadeHeight} width={WIDTH} height={shadeHeight} fill={`url(#${id}-shade)`} />
      <text fill={palette.text} fontSize={sizePx} fontWeight="850" letterSpacing={-0.035 * sizePx}>
        {lines.map((line, index) => (
          <tspan key={line} x={MARGIN - sizePx * 0.03} y={Math.round(firstBaseline + index * sizePx * LEADING)}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={MARGIN} y={Math.round(label)} fill={palette.text} fontSize="21" fontWeight="700" letterSpacing="5">
        {category.toUpperCase()}
      </text>
    </g>
  );
}
