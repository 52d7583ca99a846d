/** A warning is read in a terminal, beside others. */
const MOST_TOLD = 3;

/** Returns one short sentence: what was mended of an answer and what stays, three things at most, and how many more there are. */
export function tellMended(what: string, changes: readonly string[]): string {
  const all = [...new Set(changes)];
  const told = all.slice(0, MOST_TOLD);
  const more = all.length > told.length ? [`and ${all.length - told.length} more`] : [];
  return `${what} was not all as asked: ${[...told, ...more].join(', ')}.`;
}
