/** The largest document, from a client or by a bare path: a novel with pictures; a larger file is a mistake, and all of it is held in memory once. */
export const MAXIMUM_SOURCE_BYTES = 64 * 1024 * 1024;
