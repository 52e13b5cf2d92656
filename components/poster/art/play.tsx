import { type ArtProps, at, HEIGHT, steps, WIDTH } from "./canvas";

/** A room and what is left unsaid in it: a lit doorway, or blocks with long shadows. */
export function PlayArt(props: ArtProps) {
  return props.random.chance(0.5) ? <Doorway {...props} /> : <Blocks {...props} />;
}

function Doorway({ random, palette, id, cy }: ArtProps) {
  const floor = cy + 90;
  const width = random.range(110, 150);
  const left = random.range(150, 320);
  const lean = random.range(-190, 110);
  const height = 330;
  const figure = left + width * random.range(0.4, 0.6);
  return (
    <g>
      <defs>
        <linearGradient id={`${id}-spill`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={palette.pop} />
          <stop offset="1" stopColor={palette.pop} stopOpacity="0.12" />
        </linearGradient>
      </defs>
      <rect width={WIDTH} height={at(floor)} fill={palette.deep} />
      <rect y={at(floor)} width={WIDTH} height={HEIGHT} fill={palette.mid} opacity="0.55" />
      <rect x={at(left)} y={at(floor - height)} width={at(width)} height={height} fill={palette.pop} />
      <path
        d={`M${at(left)} ${at(floor)}h${at(width)}L${at(left + width + lean + 130)} ${HEIGHT}H${at(left + lean - 130)}z`}
        fill={`url(#${id}-spill)`}
      />
      <path
        d={`M${at(left + width)} ${at(floor - height)}l${at(width * 0.62)} -34v${height + 96}l-${at(width * 0.62)} -62z`}
        fill={palette.bright}
      />
      <circle cx={at(left + width * 1.5)} cy={at(floor - 130)} r="7" fill={palette.dark} />
      <path
        d={`M${at(figure - 22)} ${at(floor)}h44L${at(figure + lean * 0.8 + 46)} ${at(floor + 330)}h-76z`}
        fill={palette.dark}
        opacity="0.85"
      />
      <circle cx={at(figure)} cy={at(floor - 158)} r="24" fill={palette.dark} />
      <path d={`M${at(figure - 30)} ${at(floor)}v-86c0-28 10-42 30-42s30 14 30 42v86z`} fill={palette.dark} />
    </g>
  );
}

function Blocks({ random, palette, cy }: ArtProps) {
  const count = random.whole(4, 5);
  const floor = cy + 170;
  const step = WIDTH / (count + 0.4);
  const tones = [palette.bright, palette.mid, palette.pop, palette.bright, palette.mid];
  const start = random.whole(0, 4);
  const sun = { x: random.range(120, 480), r: random.range(90, 130) };
  return (
    <g>
      <rect width={WIDTH} height={at(floor)} fill={palette.deep} />
      <circle cx={at(sun.x)} cy={at(cy - 130)} r={at(sun.r)} fill={palette.pop} />
      {steps(count).map((index) => {
        const x = index * step + 24;
        const width = step * random.range(0.66, 0.96);
        const height = random.range(90, 330);
        const tone = tones[(start + index) % tones.length];
        return (
          <g key={index}>
            <path d={`M${at(x)} ${at(floor)}h${at(width)}l220 260h-${at(width)}z`} fill={palette.deep} opacity="0.8" />
            <rect x={at(x)} y={at(floor - height)} width={at(width)} height={at(height)} fill={tone} />
            <rect
              x={at(x + width * 0.62)}
              y={at(floor - height)}
              width={at(width * 0.38)}
              height={at(height)}
              fill={palette.dark}
              opacity="0.28"
            />
          </g>
        );
      })}
    </g>
  );
}
