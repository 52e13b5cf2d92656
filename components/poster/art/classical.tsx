import { type ArtProps, at, steps, WIDTH } from "./canvas";

/** Strings drawn by one hand, or a score of arches. */
export function ClassicalArt(props: ArtProps) {
  return props.random.chance(0.5) ? <Strings {...props} /> : <Arches {...props} />;
}

function Strings({ random, palette, cy }: ArtProps) {
  const count = 26;
  const bend = random.range(150, 320) * (random.chance(0.5) ? 1 : -1);
  const disc = { x: random.range(190, 410), r: random.range(150, 190) };
  const tones = [palette.bright, palette.pop, palette.bright, palette.text];
  return (
    <g>
      <circle cx={at(disc.x)} cy={cy} r={at(disc.r)} fill={palette.mid} />
      <circle cx={at(disc.x)} cy={cy} r={at(disc.r * 0.62)} fill={palette.deep} />
      {steps(count).map((index) => {
        const t = index / (count - 1) - 0.5;
        const from = cy + 250 + t * 120;
        const to = cy - 250 + t * 460;
        return (
          <path
            key={index}
            d={`M-20 ${at(from)}C${at(190 + t * 60)} ${at(from - bend)} ${at(380 + t * 90)} ${at(to + bend)} 620 ${at(to)}`}
            fill="none"
            stroke={tones[index % tones.length]}
            strokeWidth={index % 5 === 0 ? 5 : 1.8}
          />
        );
      })}
    </g>
  );
}

function Arches({ random, palette, cy }: ArtProps) {
  const columns = 4;
  const size = WIDTH / columns;
  const top = cy - size * 2;
  const tones: [string, string, string, string] = [palette.mid, palette.bright, palette.pop, palette.deep];
  return (
    <g>
      {steps(columns * 4).map((index) => {
        const x = (index % columns) * size;
        const y = top + Math.floor(index / columns) * size;
        const turn = random.whole(0, 3) * 90;
        const back = random.pick(tones);
        const front = random.pick(tones);
        const isRings = random.chance(0.4);
        return (
          <g key={index} transform={`translate(${at(x)} ${at(y)}) rotate(${turn} ${size / 2} ${size / 2})`}>
            <rect width={size + 0.5} height={size + 0.5} fill={back} />
            {isRings ? (
              [1, 0.75, 0.5, 0.25].map((part, ring) => (
                <path
                  key={part}
                  d={`M0 0h${size * part}a${size * part} ${size * part} 0 0 1-${size * part} ${size * part}z`}
                  fill={ring % 2 === 0 ? front : back}
                />
              ))
            ) : (
              <path d={`M0 0h${size}a${size} ${size} 0 0 1-${size} ${size}z`} fill={front} />
            )}
          </g>
        );
      })}
    </g>
  );
}
