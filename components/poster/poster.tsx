import { type ReactElement, useId } from "react";
import { cn } from "@/components/ui/class-names";
import type { EventCategory } from "@/lib/db/schema/catalog";
import { type ArtProps, HEIGHT, WIDTH } from "./art/canvas";
import { ClassicalArt } from "./art/classical";
import { ComedyArt } from "./art/comedy";
import { ConcertArt } from "./art/concert";
import { MusicalArt } from "./art/musical";
import { PlayArt } from "./art/play";
import { SportsArt } from "./art/sports";
import { paletteOf } from "./palettes";
import { PosterTitle } from "./poster-title";
import { hashOf, seededRandom } from "./random";

const ART: Record<EventCategory, (props: ArtProps) => ReactElement> = {
  musical: MusicalArt,
  concert: ConcertArt,
  play: PlayArt,
  classical: ClassicalArt,
  sports: SportsArt,
  comedy: ComedyArt,
};

type PosterProps = {
  /** Decides everything that is not the title: the same seed is the same poster, for ever. */
  seed: string;
  category: EventCategory;
  /** Set in type on the poster; leave out for the art alone. */
  title?: string | undefined;
  className?: string | undefined;
};

/**
 * An event's poster, drawn from a small grammar: each category has its compositions, the seed picks
 * one, its colours and its proportions. Three by four; decorative, since the title stands beside it.
 */
export function Poster({ seed, category, title, className }: PosterProps) {
  const id = `poster-${hashOf(seed).toString(36)}-${useId()}`;
  const random = seededRandom(`${category}:${seed}`);
  const palette = paletteOf(seed);
  const isTitleAbove = random.chance(0.3);
  const cy = isTitleAbove ? 500 : 300;
  const Art = ART[category];
  return (
    <svg
      viewBox={title ? `0 0 ${WIDTH} ${HEIGHT}` : `0 ${cy - WIDTH / 2} ${WIDTH} ${WIDTH}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={cn("block aspect-3/4 w-full", className)}
    >
      <rect x={-WIDTH} y={-HEIGHT} width={WIDTH * 3} height={HEIGHT * 3} fill={palette.ground} />
      <Art random={random} palette={palette} id={id} cy={cy} />
      {title && (
        <PosterTitle
          title={title}
          category={category}
          palette={palette}
          id={id}
          place={isTitleAbove ? "top" : "bottom"}
        />
      )}
    </svg>
  );
}
