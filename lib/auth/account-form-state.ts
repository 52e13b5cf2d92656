export type AccountField = "name" | "email" | "password";

/** What the server answers to a sign-in or sign-up form that did not succeed. */
export type AccountFormState = {
  /** What was typed, so that nothing is lost. Never the password. */
  typed: { name?: string; email?: string };
  /** The fields to mend, in the order of the form. */
  faults: readonly AccountField[];
  /** A sentence in the reader's language, when the form as a whole was refused. */
  refusal: string | null;
};

/** Redirects on success, so it only ever returns what is wrong. */
export type AccountFormAction = (previous: AccountFormState, form: FormData) => Promise<AccountFormState>;
