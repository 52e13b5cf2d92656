import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { findBreaks } from "./compare-documents";
import { currentDocument, FROZEN_FILE, frozenText, readFrozen } from "./frozen";

it("the API still does all that clients were promised", async () => {
  const [promised, now] = [await readFrozen(), currentDocument()];

  expect(findBreaks(promised, now)).toEqual([]);
  const isUpToDate = (await readFile(FROZEN_FILE, "utf8")) === frozenText(now);
  if (!isUpToDate) console.info(`The API has grown. To promise that, too: npm run api:freeze (writes ${FROZEN_FILE})`);
});
