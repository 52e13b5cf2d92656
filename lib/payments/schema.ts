import { z } from "zod";

/** Stands for a card. Begins with a letter, so that a card number can never pass for a token. */
export const CardToken = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{2,199}$/, "card_token_malformed");
