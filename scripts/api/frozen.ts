import { readFile } from "node:fs/promises";
import { documentOf } from "@/lib/api/openapi/document";
import type { OpenApiDocument } from "@/lib/api/openapi/types";
import { ROUTES } from "@/lib/api/v1/routes";

/** What clients were promised: the API's document as it was committed. */
export const FROZEN_FILE = "docs/api/openapi.json";

/** The document of today, as the file has it: below no host of anybody's. */
export const currentDocument = (): OpenApiDocument => documentOf(ROUTES, "/api/v1");

export const frozenText = (document: OpenApiDocument) => `${JSON.stringify(document, null, 2)}\n`;

export const readFrozen = async (): Promise<OpenApiDocument> => JSON.parse(await readFile(FROZEN_FILE, "utf8"));
