/** Writes the samples that are no plain text anew from `scripts/samples`: `npx node scripts/write-samples.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readContentBlocks } from '../test/corpus/makers/content-block.ts';
import { writeDocx } from '../test/corpus/makers/write-docx.ts';
import { writePdf } from '../test/corpus/makers/write-pdf.ts';

const blocksOf = (name: string) => readContentBlocks(readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8'));

/** Returns the bytes of each sample by its file name; the same each time. */
export async function makeSamples(): Promise<ReadonlyMap<string, Uint8Array>> {
  const look = { columns: 2, runningHead: 'Tides and the power in them', paper: 'B5', sizePt: 13 } as const;
  return new Map([
    ['tides.pdf', await writePdf(blocksOf('tides.md'), look)],
    ['earthworms.docx', writeDocx(blocksOf('earthworms.md'))],
  ]);
}

if (import.meta.main) {
  for (const [name, bytes] of await makeSamples()) writeFileSync(new URL(`../samples/${name}`, import.meta.url), bytes);
}
