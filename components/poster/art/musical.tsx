import { type ArtProps, at, HEIGHT, steps, WIDTH } from "./canvas";

/** Curtains and light: a proscenium of nested arches, or beams that meet on the boards. */
export function MusicalArt(props: ArtProps) {
  return props.random.chance(0.5) ? <Proscenium {...props} /> : <Beams {...props} />;
}

function Proscenium({ random, palette, id, cy }: ArtProps) {
  const centre = WIDTH / 2 + random.range(-40, 40);
  const base = cy + 130;
  const arches = random.whole(5, 7);
  const step = 340 / arches;
  const tones = [palette.deep, palette.mid, palette.bright, palette.mid, palette.deep, palette.bright];
  return (
    <g>
      <defs>
        <linearGradient id={`${id}-beam`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={palette.pop} stopOpacity="0.95" />
          <stop offset="1" stopColor={palette.pop} stopOpacity="0.1" />
        </linearGradient>
      </defs>
      {steps(arches).map((index) => {
        const radius = 370 - index * step;
        return (
          <path
            key={index}
            d={`M${at(centre - radius)} ${HEIGHT}V${base}a${at(radius)} ${at(radius * 1.12)} 0 0 1 ${at(radius * 2)} 0V${HEIGHT}z`}
            fill={index === arches - 1 ? palette.ground : tones[index % tones.length]}
          />
        );
      })}
      <path d={`M${at(centre - 10)} ${cy - 190}h20L${at(centre + 96)} ${base + 60}h-192z`} fill={`url(#${id}-beam)`} />
      <ellipse cx={at(centre)} cy={base + 60} rx="96" ry="20" fill={palette.pop} />
      <circle cx={at(centre)} cy={base + 4} r="15" fill={palette.ground} />
      <path d={`M${at(centre - 26)} ${base + 60}c0-26 8-36 26-36s26 10 26 36z`} fill={palette.ground} />
    </g>
  );
}

function Beams({ random, palette, id, cy }: ArtProps) {
  const lamps = random.whole(3, 5);
  const target = { x: WIDTH / 2 + random.range(-60, 60), y: cy + 170 };
  const folds = 9;
  const fold = WIDTH / folds;
  return (
    <g>
      <defs>
        <linearGradient id={`${id}-lamp`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={palette.pop} stopOpacity="0.9" />
          <stop offset="1" stopColor={palette.bright} stopOpacity="0.3" />
        </linearGradient>
        <linearGradient id={`${id}-fold`} x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stopColor={palette.deep} />
          <stop offset="0.55" stopColor={palette.mid} />
          <stop offset="1" stopColor={palette.deep} />
        </linearGradient>
      </defs>
      {steps(lamps).map((index) => {
        const x = ((index + 0.5) / lamps) * WIDTH;
        const aim = target.x + (WIDTH / 2 - x) * random.range(0.2, 0.9);
        const spread = random.range(70, 130);
        return (
          <path
            key={index}
            d={`M${at(x - 8)} 40h16L${at(aim + spread)} ${at(target.y)}H${at(aim - spread)}z`}
            fill={`url(#${id}-lamp)`}
            opacity="0.7"
          />
        );
      })}
      <ellipse cx={at(target.x)} cy={at(target.y)} rx="270" ry="46" fill={palette.mid} opacity="0.75" />
      <ellipse cx={at(target.x)} cy={at(target.y)} rx="130" ry="22" fill={palette.pop} />
      {steps(folds).map((index) => {
        const fromEdge = Math.min(index, folds - 1 - index);
        const length = [HEIGHT, cy + 120, 210, 132, 108][fromEdge] ?? 108;
        return (
          <path
            key={index}
            d={`M${at(index * fold)} 0h${at(fold)}V${length}a${at(fold / 2)} ${at(fold / 2)} 0 0 1-${at(fold)} 0z`}
            fill={`url(#${id}-fold)`}
          />
        );
      })}
    </g>
  );
}
