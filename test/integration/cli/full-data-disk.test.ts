import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNodeError } from '../../../src/platform/is-node-error.ts';
import { createLectraHome } from '../../e2e/lectra-home.ts';
import { mountSmallDisk } from '../../e2e/mount-small-disk.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const cli = await findTestCli();
const disk = cli === null ? null : await mountSmallDisk();
const note = cli === null ? cliNote(cli) : disk === null ? ' (not run: needs the right to mount a disk)' : '';

/** Fills a disk to its last block, however many it has. */
async function fill(folder: string): Promise<void> {
  for (const sizeBytes of [65_536, 4_096]) {
    for (let file = 0; ; file += 1) {
      try {
        await writeFile(join(folder, `fill-${sizeBytes}-${file}`), Buffer.alloc(sizeBytes));
      } catch (error) {
        if (isNodeError(error, 'ENOSPC')) break;
        throw error;
      }
    }
  }
}

describe.skipIf(disk === null)(`a data folder on a full disk${note}`, () => {
  it('is told in one sentence by every command that needs it, and by none as a defect', async () => {
    if (disk === null) throw new TypeError('There is no disk.');
    await using mounted = disk;
    await using home = await createLectraHome(cli);
    await writeFile(join(home.folder, 'tea.md'), '# Tea\n\nTea is a drink that is made of leaves and hot water.\n');
    await fill(mounted.path);
    const env = { LECTRA_DATA_DIR: join(mounted.path) };
    for (const words of [['generate', 'tea.md', '--slides', '3'], ['up']]) {
      const { exitCode, stderr } = await home.run(words, { env });
      expect(exitCode, words[0]).toBe(1);
      expect(stderr, words[0]).not.toContain('defect');
      expect(stderr.split('\n').filter((line) => line.startsWith('lectra: '))).toEqual([
        expect.stringMatching(/^lectra: .*disk.* full.*free some space/),
      ]);
    }
  });
});
