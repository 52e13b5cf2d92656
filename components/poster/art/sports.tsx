import { type ArtProps, at, steps } from "./canvas";

/** The ground as its players see it: lanes of a track, or a ball in its arc. */
export function SportsArt(props: ArtProps) {
  return props.random.chance(0.5) ? <Track {...props} /> : <Ball {...props} />;
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

function Ball({ random, palette, id, cy }: ArtProps) {
  const bands = 7;
  const side = random.chance(0.5) ? 1 : -1;
  const x = 300 + side * random.range(20, 90);
  const radius = random.range(150, 185);
  const spin = random.range(-40, 40);
  const tones = [palette.deep, palette.mid, palette.deep, palette.bright, palette.deep, palette.mid, palette.deep];
  return (
    <g>
      <defs>
        <clipPath id={`${id}-ball`}>
          <circle cx={at(x)} cy={cy} r={at(radius)} />
        </clipPath>
      </defs>
      {steps(bands).map((index) => (
        <path
          key={index}
          d={`M${at(x)} ${cy}m${at(-radius + (index * radius * 2) / bands)} 0l${at(side * -520)} 620h${at((radius * 2) / bands)}l${at(side * 520)} -620z`}
          fill={tones[index]}
        />
      ))}
      <circle cx={at(x)} cy={cy} r={at(radius)} fill={palette.pop} />
      <g
        clipPath={`url(#${id}-ball)`}
        transform={`rotate(${at(spin)} ${at(x)} ${cy})`}
        fill="none"
        stroke={palette.dark}
        strokeWidth="9"
      >
        <path d={`M${at(x - radius)} ${cy}h${at(radius * 2)}M${at(x)} ${at(cy - radius)}v${at(radius * 2)}`} />
        <circle cx={at(x - radius * 1.25)} cy={cy} r={at(radius * 0.9)} />
        <circle cx={at(x + radius * 1.25)} cy={cy} r={at(radius * 0.9)} />
      </g>
    </g>
  );
}
