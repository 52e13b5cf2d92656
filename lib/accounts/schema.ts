import { z } from "zod";

const EMAIL_LENGTH_MAX = 254;
const NAME_LENGTH_MAX = 60;
const PASSWORD_LENGTH_MIN = 10;
// Argon2 would hash any length; the bound keeps a hostile body from costing seconds of CPU.
const PASSWORD_LENGTH_MAX = 200;

export const Email = z.string().trim().toLowerCase().max(EMAIL_LENGTH_MAX).pipe(z.email());

export const SignUpInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(NAME_LENGTH_MAX),
  password: z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX),
});
export type SignUpInput = z.output<typeof SignUpInput>;

export const SignInInput = z.object({ email: Email, password: z.string().min(1).max(PASSWORD_LENGTH_MAX) });
export type SignInInput = z.output<typeof SignInInput>;
