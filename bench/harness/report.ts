import type { Table } from "./scenario";

/** "1,234", "56.7", "0.89": three digits that say something. Words stay. */
export function formatCell(cell: number | string): string {
  if (typeof cell === "string") return cell;
  const size = Math.abs(cell);
  const digits = size >= 100 || Number.isInteger(cell) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return cell.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A table for the terminal: measures to the left, figures to the right. */
export function formatTable({ title, columns, rows }: Table): string[] {
  const lines = [["", ...columns], ...rows.map(({ measure, cells }) => [measure, ...cells.map(formatCell)])];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  const show = (line: readonly string[]) =>
    `  ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("   ")}`;
  const [head = [], ...body] = lines;
  const rule = `  ${"─".repeat(show(head).length - 2)}`;
  return ["", `  ${title}`, rule, ...(columns.some(Boolean) ? [show(head)] : []), ...body.map(show)];
}

/** The same in Markdown. */
export function markdownTable({ title, columns, rows }: Table): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    `**${title}**`,
    "",
    line(["", ...columns]),
    line(["---", ...columns.map(() => "---:")]),
    ...rows.map(({ measure, cells }) => line([measure, ...cells.map(formatCell)])),
  ];
}

/** `document` with what stands between the marks of `name` replaced; appended with its marks when they are not there. */
export function replaceSection(document: string, name: string, lines: readonly string[]): string {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const section = [open, "", ...lines, "", close].join("\n");
  const [from, to] = [document.indexOf(open), document.indexOf(close)];
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${section}\n`;
  return document.slice(0, from) + section + document.slice(to + close.length);
}
