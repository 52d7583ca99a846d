/** Returns the items in order in that many chunks, whose lengths differ by one at most. */
export function spreadEvenly<T>(items: readonly T[], parts: number): T[][] {
  const share = Math.floor(items.length / parts);
  const larger = items.length % parts;
  const chunks: T[][] = [];
  let start = 0;
  for (let part = 0; part < parts; part += 1) {
    const end = start + share + (part < larger ? 1 : 0);
    chunks.push(items.slice(start, end));
    start = end;
  }
  return chunks;
}
