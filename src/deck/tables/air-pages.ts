// A row of one line is an inch high at most: beyond that, its cells no longer read as rows of one table.
const MOST_AIR_IN = 0.45;

/** Shares what the fullest page leaves of `roomIn` among its rows, within limits; rows of all pages get the same. */
export function airPages<Row extends { readonly heightIn: number }>(
  pages: readonly (readonly Row[])[],
  roomIn: number,
): readonly (readonly Row[])[] {
  const airIn = pages.reduce((least, rows) => {
    const heightIn = rows.reduce((sum, row) => sum + row.heightIn, 0);
    return Math.min(least, Math.max(0, roomIn - heightIn) / rows.length);
  }, MOST_AIR_IN);
  return pages.map((rows) => rows.map((row) => ({ ...row, heightIn: row.heightIn + airIn })));
}
