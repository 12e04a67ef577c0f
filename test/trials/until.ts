/** Asks again until the answer is there (not `null`, not `false`); fails with the sentence when it is not within the time. */
export async function until<T>(ask: () => T | Promise<T>, sentence: string, withinMs = 20_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(sentence);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The answer, or `null` when it does not come within the time: a question to a worker that is being stopped may never be answered. */
export function within<T>(answer: Promise<T>, ms = 2000): Promise<T | null> {
  return Promise.race([answer.catch(() => null), new Promise<null>((resolve) => setTimeout(resolve, ms, null))]);
}
