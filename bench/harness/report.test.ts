import { describe, expect, it } from "vitest";
import { formatCell, formatTable, markdownTable, replaceSection } from "./report";

const TABLE = {
  title: "Reads",
  columns: ["1,000 seats", "50,000 seats"],
  rows: [
    { measure: "a second", cells: [1234.5, 98.76] },
    { measure: "who | what", cells: ["all", 0.1234] },
  ],
};

describe("a table", () => {
  it("shows three digits that say something", () => {
    expect([0, 7, 7.126, 45.67, 1234.5, 0.0456, "ok"].map(formatCell)).toEqual([
      "0",
      "7",
      "7.13",
      "45.7",
      "1,235",
      "0.046",
      "ok",
    ]);
  });

  it("lines up its columns in the terminal", () => {
    const [, , , ...lines] = formatTable(TABLE);

    expect(lines).toEqual([
      "               1,000 seats   50,000 seats",
      "  a second           1,235           98.8",
      "  who | what           all          0.123",
    ]);
  });

  it("is a table in Markdown, whatever its cells hold", () => {
    expect(markdownTable(TABLE)).toEqual([
      "**Reads**",
      "",
      "|  | 1,000 seats | 50,000 seats |",
      "| --- | ---: | ---: |",
      "| a second | 1,235 | 98.8 |",
      "| who \\| what | all | 0.123 |",
    ]);
  });
});

describe("a section of a document", () => {
  it("is put at its end first, and replaced in its place from then on", () => {
    const once = replaceSection("# Figures\n", "reads", ["old"]);
    const withNext = replaceSection(once, "writes", ["other"]);

    expect(replaceSection(withNext, "reads", ["new"])).toBe(
      "# Figures\n\n<!-- bench:reads -->\n\nnew\n\n<!-- /bench:reads -->\n\n<!-- bench:writes -->\n\nother\n\n<!-- /bench:writes -->\n",
    );
  });
});
