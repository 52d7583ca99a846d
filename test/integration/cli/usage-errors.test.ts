import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somePort } from '../../services/some-port.ts';
import { runLectra } from './run-lectra.ts';

const PROSE = '# Tea\n\nTea is made of leaves. Water is poured over them. It is drunk everywhere.\n';
let folder = '';
let before: readonly string[] = [];

const listAll = async () => (await readdir(folder, { recursive: true })).sort();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-usage-'));
  await writeFile(join(folder, 'tea.md'), PROSE);
  await writeFile(join(folder, 'Photosynthesis'), PROSE);
  await writeFile(join(folder, 'empty.md'), '');
  await writeFile(join(folder, 'locked.md'), PROSE);
  await chmod(join(folder, 'locked.md'), 0o000);
  await mkdir(join(folder, 'lectures.md'));
  before = await listAll();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const generate = (...args: readonly string[]) => ({ args: ['generate', ...args] });

describe('lectra refuses what cannot work before it starts or writes anything', () => {
  it.each([
    [
      'no slides',
      generate('tea.md', '--slides', '0'),
      2,
      '--slides "0" is not possible; give a whole number from 3 to 100.',
    ],
    [
      'a missing file',
      generate('nope.md'),
      2,
      'There is no file "nope.md"; check the path, or write --topic "nope.md" if it is a topic.',
    ],
    ['a folder', generate('lectures.md'), 2, '"lectures.md" is a folder; give one document in it.'],
    [
      'a device',
      generate('/dev/null'),
      2,
      '"/dev/null" is not a regular file; give a document, or - for standard input.',
    ],
    ['an empty file', generate('empty.md'), 2, '"empty.md" is empty (0 bytes); give a document with a few paragraphs.'],
    [
      'nothing on standard input',
      generate('-'),
      2,
      'Standard input is empty (0 bytes); give a document with a few paragraphs.',
    ],
    [
      'a topic that is also a file',
      generate('Photosynthesis'),
      2,
      '"Photosynthesis" is a file here and may also be a topic; write ./Photosynthesis or --topic "Photosynthesis".',
    ],
    [
      'a topic in a script that no slide can show',
      generate('人工智能'),
      2,
      'The topic "人工智能" is written in Chinese, which the fonts of the slides cannot draw; word it in Latin, Devanagari, Cyrillic or Greek letters, such as in English.',
    ],
    [
      'research beside a document',
      generate('tea.md', '--research'),
      2,
      '--research reads up on a topic; leave it out where a document is given.',
    ],
    [
      'a project outside the output folder',
      generate('tea.md', '--project', '../../x'),
      2,
      '--project "../../x" is not possible; give a name of at most 80 letters, digits, dots, dashes and underscores that begins with a letter or digit.',
    ],
    [
      'an output folder below a file',
      generate('tea.md', '--out', 'tea.md/deck'),
      1,
      `Nothing can be written to "FOLDER/tea.md/deck": "FOLDER/tea.md" is a file; choose another folder with --out.`,
    ],
    ['an unknown option', generate('tea.md', '--slide', '5'), 2, "unknown option '--slide'"],
    ['an unknown command', { args: ['genrate'] }, 2, "unknown command 'genrate'"],
    ['no id', { args: ['attach'] }, 2, "missing required argument 'id'"],
    [
      'leaving and a copy at once',
      generate('tea.md', '--detach', '--out', 'decks'),
      2,
      "option '--detach' cannot be used with option '--out <folder>'",
    ],
  ] as const)('%s', async (_, call, exitCode, sentence) => {
    const outcome = await runLectra({ ...call, cwd: folder });
    expect(outcome.stderr.split('\n')[0]).toBe(`lectra: ${sentence.replaceAll('FOLDER', folder)}`);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.stdout).toBe('');
    expect(await listAll()).toEqual(before);
  });

  it('names the ways that work for a topic alone, where no model is', async () => {
    const env = { OLLAMA_HOST: `127.0.0.1:${await somePort()}`, LECTRA_OPENAI_URL: '', PATH: '' };
    const outcome = await runLectra({ ...generate('Black holes'), cwd: folder, env });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stderr).toContain('from the topic "Black holes" alone');
    expect(outcome.stderr).toContain('lectra generate notes.md');
    expect(outcome.stderr).toContain('lectra generate "Black holes" --research');
    expect(outcome.stderr).toContain('OLLAMA_HOST');
    expect(outcome.stderr).toContain('LECTRA_OPENAI_URL');
    expect(await listAll()).toEqual(before);
  });

  it.each([
    ['an unknown option', ['generate', 'tea.md', '--json', '--slide', '5'], "unknown option '--slide'"],
    ['two forms at once', ['report', 'x', '--json', '--html'], "option '--json' cannot be used with option '--html'"],
    ['a wrong count', ['list', '--json', '--limit', '0'], "option '--limit <count>' argument '0' is invalid."],
  ])('gives programs one JSON object under --json, also for %s', async (_, args, message) => {
    const outcome = await runLectra({ args, cwd: folder });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      status: 'error',
      code: 'INPUT_INVALID',
      message: expect.stringContaining(message),
    });
    expect(outcome.stderr).toContain('`lectra --help` lists');
    expect(outcome.exitCode).toBe(2);
  });

  it('gives programs one JSON object under --json', async () => {
    const outcome = await runLectra({ ...generate('nope.md', '--json'), cwd: folder });
    expect(JSON.parse(outcome.stdout)).toMatchObject({ status: 'error', code: 'SOURCE_MISSING' });
    expect(outcome.exitCode).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)(
    'a file without the right to read it (not run: needs a user that is not root)',
    async () => {
      const outcome = await runLectra({ ...generate('locked.md'), cwd: folder });
      expect(outcome.stderr).toBe('lectra: "locked.md" cannot be read (EACCES); give yourself the right to read it.\n');
      expect(outcome.exitCode).toBe(2);
    },
  );

  it('names a bad setting, but shows help and version all the same', async () => {
    const env = { LECTRA_TEMPORAL_PORT: 'seven' };
    const list = await runLectra({ args: ['list'], cwd: folder, env });
    expect(list.stderr).toContain('LECTRA_TEMPORAL_PORT');
    expect(list.exitCode).toBe(2);
    const version = await runLectra({ args: ['--version'], cwd: folder, env });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(version.exitCode).toBe(0);
  });
});
