import { type ArtProps, at, HEIGHT, steps, WIDTH } from "./canvas";

/** Sound made visible: rings that a cut has set out of step, or a range of waves. */
export function ConcertArt(props: ArtProps) {
  return props.random.chance(0.5) ? <CutRings {...props} /> : <WaveRange {...props} />;
}

function CutRings({ random, palette, id, cy }: ArtProps) {
  const count = random.whole(7, 10);
  const centre = WIDTH / 2 + random.range(-90, 90);
  const angle = random.range(-28, 28);
  const shift = random.range(34, 70);
  const tones = [palette.pop, palette.bright, palette.mid, palette.bright, palette.mid, palette.deep];
  const rings = steps(count).map((index) => (
    <circle
      key={index}
      cx={at(centre)}
      cy={cy}
      r={at(26 + index * 38)}
      fill="none"
      stroke={tones[index % tones.length]}
      strokeWidth={at(10 + ((index * 7) % 20))}
    />
  ));
  return (
    <g transform={`rotate(${at(angle)} ${at(centre)} ${cy})`}>
      <defs>
        <clipPath id={`${id}-left`}>
          <rect x="-400" y="-400" width={at(centre + 400)} height="1700" />
        </clipPath>
        <clipPath id={`${id}-right`}>
          <rect x={at(centre)} y="-400" width="1000" height="1700" />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id}-left)`}>{rings}</g>
      <g transform={`translate(0 ${at(shift)})`}>
        <g clipPath={`url(#${id}-right)`}>
          {rings}
          <circle cx={at(centre)} cy={cy} r="26" fill={palette.pop} />
        </g>
      </g>
    </g>
  );
}

function WaveRange({ random, palette, id, cy }: ArtProps) {
  const rows = 12;
  const gap = 38;
  const top = cy - (rows * gap) / 2 + 60;
  const peak = random.range(0.35, 0.65);
  return (
    <g>
      <defs>
        <linearGradient id={`${id}-glow`} x1="0" y1="0" x2="1" y2="0">
          <stop offset="0.08" stopColor={palette.mid} />
          <stop offset={at(peak)} stopColor={palette.pop} />
          <stop offset="0.92" stopColor={palette.bright} />
        </linearGradient>
      </defs>
      <circle cx={at(peak * WIDTH)} cy={at(top - 20)} r="150" fill={palette.mid} />
      <circle cx={at(peak * WIDTH)} cy={at(top - 20)} r="104" fill={palette.bright} />
      {steps(rows).map((row) => {
        const phase = random.range(0, Math.PI * 2);
        const pitch = random.range(9, 15);
        const points = steps(41).map((step) => {
          const along = step / 40;
          const swell = Math.exp(-((along - peak) ** 2) / 0.026);
          const lift = swell * (58 + 52 * Math.sin(along * pitch * 3 + phase) ** 2) + 3 * Math.sin(along * 40 + phase);
          return `${at(along * (WIDTH + 60) - 30)} ${at(top + row * gap - lift)}`;
        });
        return (
          <path
            key={row}
            d={`M${points.join("L")}V${HEIGHT + 20}H-30z`}
            fill={palette.ground}
            stroke={`url(#${id}-glow)`}
            strokeWidth="5"
            strokeLinejoin="round"
          />
        );
      })}
    </g>
  );
}
