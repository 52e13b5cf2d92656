import { hashOf } from "./random";

/**
 * The colours of one poster. They belong to the poster, not to the page, and stay the same in light
 * and dark. `text` reads on `ground` and on `deep` (at least 4.5 : 1, kept by a test).
 */
export type Palette = {
  ground: string;
  deep: string;
  mid: string;
  bright: string;
  pop: string;
  text: string;
  /** The darkest of them, for shadows and figures. */
  dark: string;
};

export const PALETTES: readonly [Palette, ...Palette[]] = [
  {
    ground: "#1b0d12",
    deep: "#45101f",
    mid: "#a81f2d",
    bright: "#ff6b3f",
    pop: "#ffd58a",
    text: "#fff4e6",
    dark: "#1b0d12",
  },
  {
    ground: "#140e2b",
    deep: "#2c1b66",
    mid: "#6a3be0",
    bright: "#c792ff",
    pop: "#ffd6ec",
    text: "#f8f1ff",
    dark: "#140e2b",
  },
  {
    ground: "#06202a",
    deep: "#0a4250",
    mid: "#12897f",
    bright: "#6fdcc2",
    pop: "#fff0b8",
    text: "#eefaf6",
    dark: "#06202a",
  },
  {
    ground: "#f4e4cf",
    deep: "#ecd2ae",
    mid: "#e0533a",
    bright: "#1f3a63",
    pop: "#f0ac2c",
    text: "#1f1a24",
    dark: "#1f3a63",
  },
  {
    ground: "#0b1640",
    deep: "#152c8c",
    mid: "#2f62ff",
    bright: "#9cc3ff",
    pop: "#ff8a63",
    text: "#f1f5ff",
    dark: "#0b1640",
  },
  {
    ground: "#f2bd3a",
    deep: "#eda52c",
    mid: "#c43a22",
    bright: "#3b1d4e",
    pop: "#fff3d4",
    text: "#2a1436",
    dark: "#3b1d4e",
  },
  {
    ground: "#f8d4cf",
    deep: "#f2bcb8",
    mid: "#d93a5e",
    bright: "#5b1746",
    pop: "#fff2e4",
    text: "#42102f",
    dark: "#5b1746",
  },
  {
    ground: "#101215",
    deep: "#24292f",
    mid: "#59636d",
    bright: "#d3dae0",
    pop: "#ff5c38",
    text: "#f7f8f9",
    dark: "#101215",
  },
  {
    ground: "#0f2319",
    deep: "#1c4631",
    mid: "#3f8f5a",
    bright: "#b9df92",
    pop: "#ffb56d",
    text: "#f3faec",
    dark: "#0f2319",
  },
  {
    ground: "#d9e6dc",
    deep: "#c2d7c8",
    mid: "#2f7a63",
    bright: "#12352f",
    pop: "#ff7a4d",
    text: "#10302a",
    dark: "#12352f",
  },
  {
    ground: "#2a0f3a",
    deep: "#541a63",
    mid: "#b92a86",
    bright: "#ff8fb0",
    pop: "#ffe08a",
    text: "#fff2f8",
    dark: "#2a0f3a",
  },
  {
    ground: "#c9dcf2",
    deep: "#b0cbe8",
    mid: "#2a5bb8",
    bright: "#0e2350",
    pop: "#f2603c",
    text: "#0d1f47",
    dark: "#0e2350",
  },
];

/** The colours that a seed stands for. */
export function paletteOf(seed: string): Palette {
  return PALETTES[hashOf(`palette:${seed}`) % PALETTES.length] ?? PALETTES[0];
}
