import { type ArtProps, at, steps, WIDTH } from "./canvas";

/** Talk and laughter: bubbles that interrupt each other, or one face that cannot keep straight. */
export function ComedyArt(props: ArtProps) {
  return props.random.chance(0.5) ? <Bubbles {...props} /> : <Grin {...props} />;
}

function Bubbles({ random, palette, cy }: ArtProps) {
  const tones = [palette.mid, palette.bright, palette.pop];
  const start = random.whole(0, 2);
  const places = [
    { x: 40, y: cy - 270, width: 380, height: 190 },
    { x: 190, y: cy - 110, width: 370, height: 200 },
    { x: 60, y: cy + 70, width: 300, height: 150 },
  ];
  return (
    <g>
      {places.map(({ x, y, width, height }, index) => {
        const fill = tones[(start + index) % tones.length];
        const mark = fill === palette.bright ? palette.pop : palette.ground;
        const left = x + random.range(-24, 24);
        const tail = index % 2 === 0 ? left + 70 : left + width - 70;
        const lean = index % 2 === 0 ? -46 : 46;
        return (
          <g key={`${x}-${y}`}>
            <rect x={at(left)} y={at(y)} width={width} height={height} rx={at(height / 2)} fill={fill} />
            <path d={`M${at(tail - 34)} ${at(y + height - 34)}h68l${lean} 92z`} fill={fill} />
            {steps(3).map((dot) => (
              <circle
                key={dot}
                cx={at(left + width / 2 + (dot - 1) * 62)}
                cy={at(y + height / 2)}
                r={at(random.range(14, 24))}
                fill={mark}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function Grin({ random, palette, cy }: ArtProps) {
  const radius = random.range(215, 250);
  const x = WIDTH / 2 + random.range(-30, 30);
  const tilt = random.range(-16, 16);
  const mouth = radius * 0.62;
  const rays = 18;
  return (
    <g>
      {steps(rays).map((index) => (
        <path
          key={index}
          d={`M${at(x)} ${cy}l-70 -760h140z`}
          fill={index % 2 === 0 ? palette.deep : palette.mid}
          transform={`rotate(${(index * 360) / rays} ${at(x)} ${cy})`}
        />
      ))}
      <g transform={`rotate(${at(tilt)} ${at(x)} ${cy})`}>
        <circle cx={at(x)} cy={cy} r={at(radius)} fill={palette.pop} />
        <path
          d={`M${at(x - mouth)} ${cy + 10}h${at(mouth * 2)}a${at(mouth)} ${at(mouth)} 0 0 1-${at(mouth * 2)} 0z`}
          fill={palette.ground}
        />
        <path
          d={`M${at(x - mouth * 0.72)} ${at(cy + 10 + mouth * 0.7)}a${at(mouth * 0.8)} ${at(mouth * 0.55)} 0 0 1 ${at(mouth * 1.44)} 0a${at(mouth)} ${at(mouth)} 0 0 1-${at(mouth * 1.44)} 0z`}
          fill={palette.mid}
        />
        <path
          d={`M${at(x - 112)} ${cy - 62}a38 38 0 0 1 76 0M${at(x + 36)} ${cy - 62}a38 38 0 0 1 76 0`}
          fill="none"
          stroke={palette.ground}
          strokeWidth="20"
          strokeLinecap="round"
        />
      </g>
    </g>
  );
}
