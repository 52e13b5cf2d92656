/** An expected failure of a command. Its message is all that a person reads: what happened, and the way out. */
export class Failure extends Error {
  override readonly name = "Failure";
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  EACCES: 'It belongs to another user. Start as that user, or make it yours: sudo chown -R "$(id -un)" .',
  EPERM: 'It belongs to another user. Start as that user, or make it yours: sudo chown -R "$(id -un)" .',
  EROFS: "The disk is read-only. Put the project where it can write.",
  ENOSPC: "The disk is full. Make room, then start again.",
};

/** Prints why a command cannot go on: a `Failure`'s sentence, a refusal of the system, anything else (a bug) with its stack. */
export function printFailure(error: unknown): void {
  console.error(`\n${describeFailure(error)}\n`);
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Failure) return error.message;
  const wayOut = "code" in error && "path" in error ? WAYS_OUT[String(error.code)] : undefined;
  return wayOut ? `${error.message}. ${wayOut}` : (error.stack ?? error.message);
}
