/** Bad usage or bad input: the message is one plain sentence for the person at the terminal, and the exit status is 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The sentence of a `UsageError`; for anything else, one that says the fault is ours. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return `Something went wrong inside Tagwitness: ${words.split('\n')[0]}`;
}
