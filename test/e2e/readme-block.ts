import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../../src/platform/run-process.ts';
import { type LectraHome, NEVER } from './lectra-home.ts';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs, in the folder of the repository and as a shell does, the block of the README that holds this text, and returns
 * what it printed. `npx lectra` is this clone's command. Throws when there is no such block or one of its lines fails.
 */
export async function runReadmeBlock(home: LectraHome, text: string): Promise<string> {
  const readme = await readFile(join(REPOSITORY, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const block = blocks.find((candidate) => candidate.includes(text));
  if (block === undefined) throw new Error(`README.md has no block with "${text}".`);
  const { stdout } = await runProcess({
    command: 'sh',
    args: ['-e'],
    stdin: new TextEncoder().encode(`cd '${REPOSITORY}'\n${block.replaceAll('npx lectra', 'node src/cli/lectra.mjs')}`),
    env: home.env,
    signal: NEVER,
  });
  return new TextDecoder().decode(stdout);
}
