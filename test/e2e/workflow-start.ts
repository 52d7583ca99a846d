import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** What the README tells a user to type, for a document instead of a topic. */
const STATED =
  'npx lectra temporal workflow start --type generatePresentation --task-queue lectra --input \'{"source":{"path":"PATH"}}\'';

/** Returns the words after `lectra` of the README's command that starts a run from the Temporal CLI, with this document. */
export async function readWorkflowStart(documentPath: string): Promise<readonly string[]> {
  const command = /^\s*npx (lectra temporal workflow start .*"source".*)$/m.exec(await readReadme())?.[1] ?? STATED;
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  return words
    .slice(words.indexOf('lectra') + 1)
    .map((word) => word.replace(/"path":\s*"[^"]*"/, () => `"path":${JSON.stringify(documentPath)}`));
}

async function readReadme(): Promise<string> {
  try {
    return await readFile(join(REPOSITORY, 'README.md'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return STATED;
    throw error;
  }
}
