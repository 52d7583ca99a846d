/** Returns a list without some of its entries. */
export function withoutIndices<T>(list: readonly T[], dropped: ReadonlySet<number>): T[] {
  return list.filter((_, index) => !dropped.has(index));
}
