/** A chain of causes longer than this is a ring or a mistake. */
const MOST_CAUSES = 10;

/** Returns an error and what it says caused it, outermost first; an AggregateError is followed by its parts. */
export function listCauses(error: unknown): readonly Error[] {
  const found: Error[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < MOST_CAUSES) {
    const next = waiting.shift();
    if (!(next instanceof Error) || found.includes(next)) continue;
    found.push(next);
    waiting.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return found;
}
