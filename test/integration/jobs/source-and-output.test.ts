import { mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PresentationResult } from '../../../src/contract/result.ts';
import { assertWritable } from '../../../src/jobs/assert-writable.ts';
import { copyProject } from '../../../src/jobs/copy-project.ts';
import { pathKind } from '../../../src/jobs/path-kind.ts';
import { readSourceFile, readSourceStream } from '../../../src/jobs/read-source.ts';

const { signal } = new AbortController();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-jobs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readSourceFile', () => {
  it('reads a file whole, with its name and kind', async () => {
    await writeFile(join(folder, 'Tea.MD'), '# Tea');
    expect(await readSourceFile(folder, 'Tea.MD')).toEqual({
      bytes: Buffer.from('# Tea'),
      mediaType: 'text/markdown',
      name: 'Tea.MD',
    });
  });

  it('refuses more than 64 MB before reading it', async () => {
    await using file = await open(join(folder, 'big.txt'), 'w');
    await file.truncate(64 * 1024 * 1024 + 1);
    await expect(readSourceFile(folder, 'big.txt')).rejects.toThrow(
      '"big.txt" has 65 MB, and Lectra reads at most 64 MB; give a part of it.',
    );
  });

  it('names a file that went away in the meantime', async () => {
    await expect(readSourceFile(folder, 'gone.md')).rejects.toMatchObject({ code: 'SOURCE_MISSING' });
  });
});

describe('readSourceStream', () => {
  it('joins what comes in pieces, also within a character', async () => {
    const bytes = Buffer.from('Wärme');
    const pieces = [bytes.subarray(0, 2), bytes.subarray(2)];
    expect((await readSourceStream(Readable.from(pieces), signal)).bytes).toEqual(bytes);
  });

  it('stops reading an endless input', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'a');
    const endless = Readable.from(
      (function* () {
        for (;;) yield piece;
      })(),
    );
    await expect(readSourceStream(endless, signal)).rejects.toThrow('Standard input has more than 64 MB');
  });

  it('ends with an abort while nothing comes', async () => {
    const leaving = new AbortController();
    const silent = new Readable({ read: () => undefined });
    const reading = readSourceStream(silent, leaving.signal);
    leaving.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('pathKind', () => {
  it('follows links and takes a broken one, or a name too long for a file, for nothing', async () => {
    await writeFile(join(folder, 'tea.md'), '');
    await symlink('tea.md', join(folder, 'link'));
    await symlink('nowhere', join(folder, 'broken'));
    expect(await pathKind(folder, 'link')).toBe('file');
    expect(await pathKind(folder, '.')).toBe('directory');
    expect(await pathKind(folder, '/dev/null')).toBe('other');
    expect(await pathKind(folder, 'broken')).toBe('nothing');
    expect(await pathKind(folder, 'tea.md/deeper')).toBe('nothing');
    expect(await pathKind(folder, 'long '.repeat(2_000))).toBe('nothing');
    expect(await pathKind(folder, 'a\0b')).toBe('nothing');
  });
});

describe('assertWritable', () => {
  it('accepts a folder that is not there yet and leaves it so', async () => {
    await assertWritable(join(folder, 'a/b/c'), 'tea');
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses what lies below a file or where only the system writes', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(assertWritable(join(folder, 'file/deck'), 'tea')).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
  });

  it('accepts an older folder of the project, and refuses a link or a file in its place', async () => {
    await mkdir(join(folder, 'tea'));
    await assertWritable(folder, 'tea');
    await symlink(join(folder, 'tea'), join(folder, 'linked'));
    await writeFile(join(folder, 'taken'), '');
    for (const [project, what] of [
      ['linked', 'a symbolic link'],
      ['taken', 'a file'],
    ] as const) {
      await expect(assertWritable(folder, project)).rejects.toMatchObject({
        code: 'OUTPUT_UNWRITABLE',
        message: `Nothing can be written to "${folder}": "${join(folder, project)}" is ${what}; choose another folder with --out.`,
      });
    }
  });
});

describe('copyProject', () => {
  it('says that the folder of the run is gone, since only a new run makes it again', async () => {
    const gone = join(folder, 'gone');
    const copied = copyProject(
      { result: resultIn(gone), outputFolder: join(folder, 'copy'), now: () => new Date(0) },
      signal,
    );
    await expect(copied).rejects.toMatchObject({
      code: 'ARTIFACT_MISSING',
      message: `The folder of the run, "${gone}", is no longer there; start the run again with \`lectra generate\`: finished steps are kept.`,
    });
  });

  it('lays a copy with the paths of the copy, and keeps what a person changed in the former one', async () => {
    const made = join(folder, 'made/tea');
    await mkdir(join(made, 'slides'), { recursive: true });
    await writeFile(join(made, 'presentation.pptx'), 'deck');
    await writeFile(join(made, 'slides/slide-01.png'), 'picture');
    const copy = () =>
      copyProject({ result: resultIn(made), outputFolder: join(folder, 'copy'), now: () => new Date(0) }, signal);
    const result = await copy();
    expect(result.pptx_path).toBe(join(folder, 'copy/tea/presentation.pptx'));
    expect(result.video_path).toBeNull();
    expect(await readFile(join(folder, 'copy/tea/slides/slide-01.png'), 'utf8')).toBe('picture');
    await writeFile(result.pptx_path, 'my own words');
    await copy();
    expect(await readFile(result.pptx_path, 'utf8')).toBe('deck');
    expect(await readFile(join(folder, 'copy/tea.edited-1970-01-01/presentation.pptx'), 'utf8')).toBe('my own words');
  });
});

function resultIn(folderOfProject: string): PresentationResult {
  const path = (name: string) => join(folderOfProject, name);
  return {
    status: 'ok',
    workflow_id: 'lectra-tea',
    run_id: 'r',
    project: 'tea',
    project_dir: folderOfProject,
    presentation_title: 'Tea',
    slide_count: 1,
    page_count: 1,
    image_count: 0,
    pptx_path: path('presentation.pptx'),
    audio_path: path('narration.mp3'),
    video_path: null,
    captions_srt_path: path('captions.srt'),
    captions_vtt_path: path('captions.vtt'),
    narration_path: path('narration.txt'),
    slide_timings_path: path('slide_timings.json'),
    report_path: path('report.html'),
    duration_sec: 1,
    language: 'en',
    writer: 'extractive',
    model: null,
    speech: 'espeak',
    voice: 'en-us',
    warnings: [],
    stages: [],
    total_seconds: 1,
  };
}
