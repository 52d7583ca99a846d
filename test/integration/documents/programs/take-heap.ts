/** Stands in for a reader that keeps too many objects: memory inside the heap of JavaScript. */
const held: string[][] = [];
for (;;) held.push(Array.from({ length: 1000 }, (_unused, index) => `${held.length} ${index}`));
