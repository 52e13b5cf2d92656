import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findBreaks } from "./api/compare-documents";
import { currentDocument, FROZEN_FILE, frozenText, readFrozen } from "./api/frozen";
import { Failure, printFailure } from "./failure";
import { step } from "./steps";

/** `npm run api:freeze`: writes down what the API promises from now on. `-- --break` takes promises back. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { break: { type: "boolean", default: false } } });
  const document = currentDocument();
  const breaks = findBreaks(await readFrozen(), document);
  if (breaks.length > 0 && !values.break) {
    throw new Failure(
      ["Clients would miss", ...breaks, "If that is meant: npm run api:freeze -- --break"].join("\n  "),
    );
  }
  await step(`Writing ${FROZEN_FILE}`, async (note) => {
    await writeFile(FROZEN_FILE, frozenText(document));
    note(`${Object.keys(document.paths).length} addresses`);
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  printFailure(error);
  process.exitCode = 1;
});
