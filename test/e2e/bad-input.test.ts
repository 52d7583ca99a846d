import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { LectraOutcome } from '../integration/cli/run-lectra.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { ODD_DOCUMENTS, PROSE, USELESS_DOCUMENTS } from './hostile-documents.ts';
import { createLectraHome, type LectraHome } from './lectra-home.ts';
import { listProcessesOf } from './list-processes-of.ts';
import { mountSmallDisk, type SmallDisk } from './mount-small-disk.ts';
import { listFiles } from './read-folder.ts';
import { resultOf } from './result-of.ts';
import { waitForRun } from './wait-for-run.ts';

// What is refused before anything starts is in test/integration/cli/usage-errors.test.ts; here a service is needed.

const isLinux = process.platform === 'linux';
const cli = await findTestCli();
const disk: SmallDisk | null = await mountSmallDisk();
afterAll(() => disk?.[Symbol.asyncDispose]());
const failureSchema = z.object({ status: z.string(), message: z.string() });

/** What the run says in the end: one sentence for people, the same for programs, and no stack. */
function refusalOf({ exitCode, stderr, stdout }: LectraOutcome): string {
  expect([1, 2]).toContain(exitCode);
  expect(stderr).not.toMatch(/defect of Lectra|^\s+at /m);
  const sentences = stderr.split('\n').filter((line) => line.startsWith('lectra: '));
  expect(sentences).toHaveLength(1);
  const [sentence = ''] = sentences;
  if (stdout !== '') expect(`lectra: ${failureSchema.parse(JSON.parse(stdout)).message}`).toBe(sentence);
  return sentence;
}

describe.skipIf(cli === null)(`input that is not what it should be${cliNote(cli)}`, () => {
  let home: LectraHome;
  const quick = ['--slides', '3', '--no-video', '--json'] as const;

  beforeAll(async () => {
    home = await createLectraHome(cli);
    await writeFile(join(home.folder, 'tea.md'), PROSE);
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  it.each(ODD_DOCUMENTS)('%s is read for what it says', async (_, name, bytes) => {
    await writeFile(join(home.folder, name), bytes);
    const outcome = await home.run(['generate', name, ...quick]);
    const result = resultOf(outcome);
    // No terminal, so nothing is drawn over itself.
    expect(outcome.stderr).not.toContain('\u001b');
    for (const file of [result.narration_path, result.captions_srt_path, join(result.project_dir, 'script.json')]) {
      const text = await readFile(file, 'utf8');
      expect(text.length).toBeGreaterThan(100);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffd]|base64|<script|onclick/);
    }
  });

  it.each(USELESS_DOCUMENTS)('%s is refused in one sentence, and nothing is written', async (_, name, bytes, named) => {
    await writeFile(join(home.folder, name), bytes);
    const before = await listFiles(home.outputDir);
    const sentence = refusalOf(await home.run(['generate', name, ...quick]));
    expect(sentence).toContain(`"${name}"`);
    expect(sentence).toMatch(named);
    expect(await listFiles(home.outputDir)).toEqual(before);
  });

  it('takes a text from another program, and names it by its first line', async () => {
    const result = resultOf(await home.run(['generate', '-', ...quick], { stdin: PROSE }));
    expect(result).toMatchObject({ project: 'tea', presentation_title: 'Tea' });
  });

  it('takes names with spaces, brackets and letters of other scripts, for the document and for the folder', async () => {
    const folder = join(home.folder, 'Můj čaj & voda');
    await mkdir(folder);
    await writeFile(join(folder, 'Ранок (1) – चाय.md'), PROSE);
    const words = ['generate', join('Můj čaj & voda', 'Ранок (1) – चाय.md'), '--out', 'Výstup složka', ...quick];
    const result = resultOf(await home.run(words));
    expect(result.project_dir).toBe(join(home.folder, 'Výstup složka', result.project));
    expect(await listFiles(result.project_dir)).toContain('presentation.pptx');
    expect(result.pptx_path).toBe(join(result.project_dir, 'presentation.pptx'));
  });

  it('runs one of two commands for the same project and tells the other one so; another project goes on beside it', async () => {
    const ask = (project: string, ...more: readonly string[]) =>
      home.run(['generate', 'tea.md', '--project', project, ...more]);
    // At its gate a run stays open, however much later the slower command comes.
    const gated = ['--slides', '3', '--no-video', '--gate', '--detach'];
    const [first, second, other] = await Promise.all([
      ask('same', ...gated),
      ask('same', ...gated),
      ask('other', ...quick),
    ]);
    expect(resultOf(other).project).toBe('other');
    const [started, refused] = first.exitCode === 0 ? [first, second] : [second, first];
    expect(started).toMatchObject({ exitCode: 0, stdout: 'lectra-same\n' });
    expect(refusalOf(refused)).toMatch(/project "same" has an open run; `lectra attach same`/);
    expect((await listProcessesOf(home.dataDir)).filter(({ command }) => command.includes('host-main'))).toHaveLength(
      isLinux ? 1 : 0,
    );
    await waitForRun(home, 'same', ({ approval }) => approval === 'waiting');
    expect(await home.run(['approve', 'same'])).toMatchObject({ exitCode: 0 });
    expect(resultOf(await home.run(['attach', 'same', '--json'])).project).toBe('same');
  });

  it('does not follow a link in the output folder to somewhere else', async () => {
    const elsewhere = join(home.folder, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'keep.txt'), 'mine');
    await mkdir(home.outputDir, { recursive: true });
    await symlink(elsewhere, join(home.outputDir, 'linked'));
    const before = await listFiles(home.outputDir);
    const sentence = refusalOf(await home.run(['generate', 'tea.md', '--project', 'linked', ...quick]));
    expect(sentence).toContain(`"${join(home.outputDir, 'linked')}" is a symbolic link`);
    expect((await home.run(['list', '--json'])).stdout).not.toContain('lectra-linked');
    expect(await listFiles(elsewhere)).toEqual(['keep.txt']);
    expect(await listFiles(home.outputDir)).toEqual(before);
  });

  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot)(
    `says before the start that the output folder cannot be written${isRoot ? ' (not run: needs a user that is not root)' : ''}`,
    async () => {
      const locked = join(home.folder, 'locked');
      await mkdir(locked);
      await chmod(locked, 0o500);
      const sentence = refusalOf(await home.run(['generate', 'tea.md', '--out', locked, ...quick]));
      expect(sentence).toContain(`"${locked}" gives you no right to write`);
    },
  );

  it.skipIf(disk === null)(
    `says before the start that the disk is full${disk === null ? ' (not run: needs the right to mount a small disk)' : ''}`,
    async () => {
      if (disk === null) throw new Error('There is no small disk.');
      const sentence = refusalOf(await home.run(['generate', 'tea.md', '--out', disk.path, ...quick]));
      expect(sentence).toMatch(/The disk of ".*lectra-disk-\w+" has only \d MB left/);
      expect(await listFiles(disk.path)).toEqual([]);
    },
  );
});

it.skipIf(process.platform === 'win32')(
  'Ctrl-C while Go builds the Temporal CLI leaves no half-made program and no child',
  async () => {
    await using home = await createLectraHome(null);
    const programs = join(home.folder, 'bin');
    await mkdir(programs);
    await writeFile(join(home.folder, 'tea.md'), PROSE);
    // Answers as Go does, writes the first bytes of the program, and then takes for ever.
    const go = `#!/bin/sh
case "$*" in
  'env GOVERSION GOTOOLCHAIN') echo go1.26.4; echo local ;;
  *' list '*) echo 'example.org/part true' ;;
  *) while [ "$1" != -o ]; do shift; done; echo half > "$2"; exec /bin/sleep 3600 ;;
esac
`;
    await writeFile(join(programs, 'go'), go, { mode: 0o755 });
    const built = join(home.dataDir, 'bin');
    // A proxy that nobody runs keeps the download from being faster than Go.
    const env = { PATH: programs, NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9' };
    const command = home.start(['generate', 'tea.md', '--json'], { env });
    await vi.waitFor(async () => expect(await listFiles(built)).toContainEqual(expect.stringContaining('.part-')), {
      timeout: 60_000,
      interval: 50,
    });
    command.send('SIGINT');
    const outcome = await command.outcome;
    expect(outcome.exitCode).toBe(130);
    expect(outcome.stderr).toContain('Building the Temporal CLI: 0 of 1 packages');
    expect(outcome.stderr).not.toMatch(/defect of Lectra|^\s+at /m);
    expect((await listFiles(built)).filter((name) => !name.startsWith('temporal.lock'))).toEqual([]);
    expect(await listProcessesOf(home.dataDir)).toEqual([]);
    expect(await listFiles(home.outputDir)).toEqual([]);
  },
);
