import { type ArtProps, at, steps } from "./canvas";

/** The ground as its players see it: lanes of a track, or two sides that meet. */
export function SportsArt(props: ArtProps) {
  return props.random.chance(0.5) ? <Track {...props} /> : <Versus {...props} />;
}

function Track({ random, palette, cy }: ArtProps) {
  const lanes = random.whole(5, 7);
  const angle = random.range(-34, -14) * (random.chance(0.5) ? 1 : -1);
  const lane = 46;
  const tones = [palette.mid, palette.deep];
  const leader = random.whole(1, lanes - 1);
  return (
    <g transform={`rotate(${at(angle)} 300 ${cy})`}>
      {steps(lanes).map((index) => {
        const inset = (index - lanes) * lane;
        const radius = 90 - inset;
        return (
          <rect
            key={index}
            x={at(170 + inset)}
            y={at(cy - 90 + inset)}
            width={at(560 - inset * 2)}
            height={at(radius * 2)}
            rx={at(radius)}
            fill={tones[index % 2]}
            stroke={palette.bright}
            strokeWidth="5"
          />
        );
      })}
      <rect x="170" y={cy - 90} width="560" height="180" rx="90" fill={palette.bright} />
      {steps(lanes).map((index) => (
        <circle
          key={index}
          cx={at(index === leader ? 190 : 260 + ((index * 137) % 240))}
          cy={at(cy + 90 + (index + 0.5) * lane)}
          r={index === leader ? 20 : 11}
          fill={index === leader ? palette.pop : palette.text}
        />
      ))}
    </g>
  );
}

function Versus({ random, palette, id, cy }: ArtProps) {
  const radius = random.range(165, 190);
  const apart = random.range(95, 125);
  const angle = random.range(-38, 38);
  const rays = 6;
  const left = 300 - apart;
  const right = 300 + apart;
  return (
    <g transform={`rotate(${at(angle)} 300 ${cy})`}>
      <defs>
        <clipPath id={`${id}-left`}>
          <circle cx={at(left)} cy={cy} r={at(radius)} />
        </clipPath>
      </defs>
      {steps(rays).map((index) => {
        const y = cy - radius + ((index + 0.5) * radius * 2) / rays;
        const thickness = (radius / rays) * 1.1;
        return (
          <g key={index}>
            <rect
              x="-500"
              y={at(y - thickness / 2)}
              width={at(500 + left)}
              height={at(thickness)}
              fill={palette.deep}
            />
            <rect x={at(right)} y={at(y - thickness / 2)} width="900" height={at(thickness)} fill={palette.deep} />
          </g>
        );
      })}
      <circle cx={at(left)} cy={cy} r={at(radius)} fill={palette.mid} />
      <circle cx={at(right)} cy={cy} r={at(radius)} fill={palette.bright} />
      <circle cx={at(right)} cy={cy} r={at(radius)} fill={palette.pop} clipPath={`url(#${id}-left)`} />
    </g>
  );
}
