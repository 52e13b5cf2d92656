/** A title broken into lines at one size, in units of the poster's canvas. */
export type TitleSetting = { lines: string[]; sizePx: number };

const SIZES = [128, 112, 98, 86, 76, 66, 58, 50, 44] as const;
const LINES_MAX = 4;
const HEIGHT_MAX = 330;
const LEADING = 1.08;
const BALANCE_STEP_EM = 0.1;

/** Widths in em of Pretendard at weight 800 with the poster's tracking, a little generous. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/.test(character)) width += 0.86;
    else if (/[A-Z&@%]/.test(character)) width += 0.7;
    else if (/[mwMW]/.test(character)) width += 0.88;
    else if (/[iljtfr.,:;'!|()\u00b7-]/.test(character)) width += 0.36;
    else if (character === " ") width += 0.22;
    else width += 0.58;
  }
  return width;
}

/**
 * Sets a title as large as it fits: whole words first, at most four lines. A single word that is too
 * long for the smallest size is broken, so that nothing ever leaves the poster.
 *
 * @param widthPx room for a line, in canvas units.
 */
export function setTitle(title: string, widthPx: number): TitleSetting {
  const words = title.trim().split(/\s+/).filter(Boolean);
  for (const sizePx of SIZES) {
    const lines = balance(words, widthPx / sizePx);
    const isLow = lines.length * sizePx * LEADING <= HEIGHT_MAX;
    const isNarrow = lines.every((line) => widthOf(line) * sizePx <= widthPx);
    if (isLow && isNarrow && lines.length <= LINES_MAX) return { lines, sizePx };
  }
  const sizePx = SIZES[SIZES.length - 1] ?? 44;
  const pieces = words.flatMap((word) => breakLetters(word, widthPx / sizePx));
  return { lines: breakWords(pieces, widthPx / sizePx).slice(0, LINES_MAX + 2), sizePx };
}

/** As many lines as the width asks for, but as even as that many lines can be. */
function balance(words: readonly string[], widthEm: number): string[] {
  let lines = breakWords(words, widthEm);
  for (let narrower = widthEm - BALANCE_STEP_EM; narrower > 0; narrower -= BALANCE_STEP_EM) {
    const candidate = breakWords(words, narrower);
    if (candidate.length > lines.length || candidate.some((line) => widthOf(line) > widthEm)) break;
    lines = candidate;
  }
  return lines;
}

function breakWords(words: readonly string[], widthEm: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer) > widthEm) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}

function breakLetters(word: string, widthEm: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece && widthOf(piece + letter) > widthEm) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return piece ? [...pieces, piece] : pieces;
}
