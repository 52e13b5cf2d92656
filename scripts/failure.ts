/** An expected failure of a command. Its message is all that a person reads: what happened, and the way out. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/** Prints why a command cannot go on: a `Failure`'s sentence, anything else (a bug) with its stack. */
export function printFailure(error: unknown): void {
  console.error(`\n${error instanceof Failure ? error.message : error instanceof Error ? error.stack : error}\n`);
}
