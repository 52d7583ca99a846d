/** Stands in for a reader whose answer never ends. */
const piece = 'x'.repeat(65_536);
const pour = (): void => {
  while (process.stdout.write(piece));
  process.stdout.once('drain', pour);
};
pour();
