import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Timeline } from '../../../src/contract/schemas/timeline.ts';
import { type AssembleVideoInput, assembleVideo } from '../../../src/video/assemble-video.ts';
import { encodeNarrationAudio } from '../../../src/video/encode-narration-audio.ts';
import { encodeStills } from '../../../src/video/encode-stills.ts';
import { type EncodedStills, parseEncodedStills, serializeEncodedStills } from '../../../src/video/encoded-stills.ts';
import type { Ffmpeg } from '../../../src/video/locate-ffmpeg.ts';
import { readVideo } from '../../../src/video/read-video.ts';
import { videoSizeOf } from '../../../src/video/video-size.ts';
import {
  createFolder,
  createPage,
  findFfmpeg,
  listNumbered,
  NEVER,
  printFfmpeg,
  readNumbers,
  readSamples,
} from './video-rig.ts';

const SIZE = videoSizeOf('720p');
const FPS = 30;
const SAMPLES_PER_FRAME = 48_000 / FPS;

// Ten stills on four pages of three slides; odd lengths around the group of 150 frames and the round of 16 skip frames.
const SLIDES = [
  { id: 'water', stillNumbers: [11, 12, 13], counts: [3] },
  { id: 'energy', stillNumbers: [21, 22, 23, 24, 25], counts: [2, 3] },
  { id: 'end', stillNumbers: [31, 32], counts: [2] },
] as const;
const PAGES = [
  createPage({ slideId: 'water', slideNumber: 1, pageNumber: 1, startFrame: 0, title: 'Water = life; #1 \\ 100 %' }, [
    [0, 17],
    [1, 151],
    [2, 34],
  ]),
  createPage({ slideId: 'energy', slideNumber: 2, pageNumber: 1, startFrame: 202, title: 'Energy and ऊर्जा' }, [
    [0, 2],
    [1, 33],
  ]),
  createPage({ slideId: 'energy', slideNumber: 2, pageNumber: 2, startFrame: 237, title: 'Energy (2)' }, [
    [0, 3],
    [1, 301],
    [2, 16],
  ]),
  createPage({ slideId: 'end', slideNumber: 3, pageNumber: 1, startFrame: 557, title: 'The end' }, [
    [0, 150],
    [1, 46],
  ]),
];
const TOTAL_FRAMES = 753;
const EXPECTED = PAGES.flatMap((page) =>
  page.stills.flatMap(({ still, startFrame }, index) => {
    const endFrame = page.stills[index + 1]?.startFrame ?? page.startFrame + page.frameCount;
    const tens = { water: 11, energy: page.pageNumber === 1 ? 21 : 23, end: 31 }[page.slideId] ?? 0;
    return Array<number>(endFrame - startFrame).fill(tens + still);
  }),
);
const TIMELINE: Timeline = {
  fps: FPS,
  sampleRateHz: 48_000,
  totalFrames: TOTAL_FRAMES,
  totalSamples: TOTAL_FRAMES * SAMPLES_PER_FRAME,
  pages: PAGES,
  sentences: [],
};
const SRT =
  '1\n00:00:00,500 --> 00:00:02,000\nWater falls,\nand it rises.\n\n2\n00:00:07,000 --> 00:00:09,250\nजल चक्र\n';

/** A short burst at the start of each page. */
function clicks(): Int16Array {
  const pcm = new Int16Array(TIMELINE.totalSamples);
  for (const page of PAGES) {
    for (let at = 0; at < 240; at += 1) pcm[page.startFrame * SAMPLES_PER_FRAME + at] = at % 8 < 4 ? 24_000 : -24_000;
  }
  return pcm;
}

describe('assembleVideo', () => {
  let ffmpeg: Ffmpeg;
  const stills = new Map<string, EncodedStills>();

  beforeAll(async () => {
    ffmpeg = await findFfmpeg();
    for (const slide of SLIDES) {
      const encoded = await encodeStills(
        { ffmpeg, frames: listNumbered(slide.stillNumbers, SIZE), ...SIZE, fps: FPS },
        NEVER,
      );
      stills.set(slide.id, parseEncodedStills(serializeEncodedStills(encoded)));
    }
  });

  async function createInput(folder: string, name: string): Promise<AssembleVideoInput & { mp3Path: string }> {
    // Named as the store names them: without an extension that would give their format away.
    const aacPath = join(folder, 'voice');
    const mp3Path = join(folder, 'voice-mp3');
    const srtPath = join(folder, 'captions');
    await encodeNarrationAudio({ ffmpeg, pcm: clicks(), mp3Path, aacPath }, NEVER);
    await writeFile(srtPath, SRT);
    return {
      ffmpeg,
      timeline: TIMELINE,
      stillCounts: (slideId) => SLIDES.find((slide) => slide.id === slideId)?.counts ?? [],
      stillsOf: (slideId) => {
        const found = stills.get(slideId);
        return found === undefined ? Promise.reject(new Error(slideId)) : Promise.resolve(found);
      },
      aacPath,
      mp3Path,
      srt: { path: srtPath },
      title: 'Cycles; = #',
      language: 'hi',
      outputPath: join(folder, name),
      workDir: folder,
    };
  }

  it('shows in every frame the still that the timeline names, so picture and voice keep together', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const shares: number[] = [];
    const result = await assembleVideo({ ...input, onProgress: (share) => void shares.push(share) }, NEVER);
    expect(result).toEqual({ frameCount: TOTAL_FRAMES, durationSec: TOTAL_FRAMES / FPS });
    expect(await readNumbers(ffmpeg, input.outputPath)).toEqual(EXPECTED);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);

    const facts = await readVideo(input.outputPath);
    expect(facts).toMatchObject({ ...SIZE, frameCount: TOTAL_FRAMES, durationSec: TOTAL_FRAMES / FPS, isBt709: true });
    expect(facts.frameStartsSec).toEqual(Array.from({ length: TOTAL_FRAMES }, (_, frame) => frame / FPS));
    const distances = facts.wholeFrames.map((frame, index) => (facts.wholeFrames[index + 1] ?? TOTAL_FRAMES) - frame);
    expect(Math.max(...distances)).toBeLessThanOrEqual(150);
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(2);
  });

  it('keeps the voice in place to a few samples, since container time stamps would let it drift', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    await assembleVideo(input, NEVER);
    for (const path of [input.outputPath, input.mp3Path]) {
      const samples = await readSamples(ffmpeg, path);
      for (const page of PAGES) {
        const expected = page.startFrame * SAMPLES_PER_FRAME;
        const from = Math.max(0, expected - 4000);
        const found = from + samples.subarray(from).findIndex((sample) => Math.abs(sample) > 8000);
        expect(Math.abs(found - expected), `${path}, page at ${page.startFrame}`).toBeLessThanOrEqual(8);
      }
    }
    const audio = (await readVideo(input.outputPath)).audio;
    expect(audio).toMatchObject({ channelCount: 1, sampleRateHz: 48_000 });
    expect(audio?.durationSec).toBeCloseTo(TOTAL_FRAMES / FPS, 1);
  });

  it('carries captions, chapters and title, so players can list and show them', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    await assembleVideo(input, NEVER);
    // Reading, ffmpeg before 5 puts its default font around each caption; some versions end lines with CR LF.
    const captions = await printFfmpeg(ffmpeg, ['-i', input.outputPath, '-map', '0:s:0', '-f', 'srt', 'pipe:1']);
    expect(captions.replace(/<[^>]*>|\r/g, '').trim()).toBe(SRT.trim());
    const metadata = await printFfmpeg(ffmpeg, [
      '-i',
      input.outputPath,
      '-fflags',
      '+bitexact',
      '-f',
      'ffmetadata',
      'pipe:1',
    ]);
    expect(metadata).toContain('title=Cycles\\; \\= \\#\n');
    const chapters = metadata.split('[CHAPTER]').slice(1);
    expect(chapters.map((chapter) => /title=(.*)/.exec(chapter)?.[1])).toEqual([
      'Water \\= life\\; \\#1 \\\\ 100 %',
      'Energy and ऊर्जा',
      'The end',
    ]);
    const startsMs = chapters.map((chapter) => Number(/START=(\d+)/.exec(chapter)?.[1]));
    expect(startsMs).toEqual([0, 202, 557].map((frame) => Math.round((frame / FPS) * 1000)));
    const bytes = await readFile(input.outputPath, 'latin1');
    expect(bytes).toContain('Hindi');
    expect(metadata).not.toMatch(/creation_time|encoder=/);
    expect(bytes).not.toMatch(/Lav[cf]\d/);
  });

  it('puts the index before the data, so a browser plays before all is loaded', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    await assembleVideo(input, NEVER);
    const bytes = await readFile(input.outputPath);
    expect(bytes.indexOf('moov')).toBeGreaterThan(0);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  it('writes the same bytes again in another folder in another year, so a repeated run changes nothing', async () => {
    await using first = await createFolder();
    await using second = await createFolder();
    const inputs = [await createInput(first.path, 'a.mp4'), await createInput(second.path, 'b.mp4')] as const;
    await assembleVideo(inputs[0], NEVER);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-05T05:05:05Z') });
    await assembleVideo(inputs[1], NEVER).finally(() => vi.useRealTimers());
    for (const key of ['outputPath', 'mp3Path', 'aacPath'] as const) {
      expect((await readFile(inputs[0][key])).equals(await readFile(inputs[1][key])), key).toBe(true);
    }
    // ffmpeg itself runs in the present: its creation times must be empty.
    for (const path of [inputs[0].outputPath, inputs[0].aacPath]) {
      const bytes = await readFile(path);
      const boxes = ['mvhd', 'tkhd', 'mdhd'].map((name) => bytes.readUInt32BE(bytes.indexOf(name) + 8));
      expect(boxes, path).toEqual([0, 0, 0]);
    }
  });

  it('makes a video without a caption track when there are no captions', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    await assembleVideo({ ...input, srt: null }, NEVER);
    expect(await readNumbers(ffmpeg, input.outputPath)).toEqual(EXPECTED);
    await expect(
      printFfmpeg(ffmpeg, ['-i', input.outputPath, '-map', '0:s:0', '-f', 'srt', 'pipe:1']),
    ).rejects.toThrow();
  });

  it('leaves only its inputs behind when it is aborted while the tracks are written', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const before = await readdir(folder.path);
    const controller = new AbortController();
    const reason = new Error('the user cancelled');
    const onProgress = (share: number): void => {
      if (share > 0.2) controller.abort(reason);
    };
    await expect(assembleVideo({ ...input, onProgress }, controller.signal)).rejects.toBe(reason);
    expect(await readdir(folder.path)).toEqual(before);
  });

  it('ends ffmpeg when it is aborted while the tracks are joined, and leaves no file that looks whole', async () => {
    await using folder = await createFolder();
    await using elsewhere = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const before = await readdir(folder.path);
    const pidPath = join(elsewhere.path, 'pid');
    const path = join(elsewhere.path, 'ffmpeg');
    // Stands still in the middle of joining, with a file begun; any other call is the real one.
    const stuck = `for last; do :; done; echo begun > "$last"; echo $$ > '${pidPath}.new'; mv '${pidPath}.new' '${pidPath}'; exec sleep 600`;
    await writeFile(path, `#!/bin/sh\ncase "$*" in *-map_chapters*) ${stuck};; esac\nexec '${ffmpeg.path}' "$@"\n`);
    await chmod(path, 0o755);
    const controller = new AbortController();
    const reason = new Error('the user cancelled');
    const running = assembleVideo({ ...input, ffmpeg: { ...ffmpeg, path } }, controller.signal);
    const rejected = expect(running).rejects.toBe(reason);
    const pid = await vi.waitFor(async () => Number(await readFile(pidPath, 'utf8')), { timeout: 60_000 });
    expect(await readdir(folder.path)).toContain('out.mp4.part');
    controller.abort(reason);
    await rejected;
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    expect(await readdir(folder.path)).toEqual(before);
  });

  it('says that memory ran out when the system kills ffmpeg, and leaves no half video', async () => {
    await using folder = await createFolder();
    await using elsewhere = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const before = await readdir(folder.path);
    const path = join(elsewhere.path, 'ffmpeg');
    const killed = 'for last; do :; done; echo begun > "$last"; kill -KILL $$';
    await writeFile(path, `#!/bin/sh\ncase "$*" in *-map_chapters*) ${killed};; esac\nexec '${ffmpeg.path}' "$@"\n`);
    await chmod(path, 0o755);
    await expect(assembleVideo({ ...input, ffmpeg: { ...ffmpeg, path } }, NEVER)).rejects.toMatchObject({
      code: 'MEMORY_EXHAUSTED',
      message: expect.stringMatching(
        /^ffmpeg could not join .+: The machine ran out of memory \(ffmpeg was ended by SIGKILL/,
      ),
    });
    expect(await readdir(folder.path)).toEqual(before);
  });

  it('names what ffmpeg said when the voice is not a sound file, and leaves no half video', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const before = await readdir(folder.path);
    const broken = { ...input, aacPath: input.srt?.path ?? '' };
    await expect(assembleVideo(broken, NEVER)).rejects.toMatchObject({
      name: 'RenderError',
      code: 'FFMPEG_FAILED',
      toolOutputTail: expect.stringContaining('matches no streams'),
    });
    expect(await readdir(folder.path)).toEqual(before);
  });

  it('refuses stills of another size, since joined they would show as garbage', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const small = { widthPx: 320, heightPx: 180 };
    const other = await encodeStills({ ffmpeg, frames: listNumbered([31, 32], small), ...small, fps: FPS }, NEVER);
    const stillsOf = (slideId: string) => (slideId === 'end' ? Promise.resolve(other) : input.stillsOf(slideId));
    await expect(assembleVideo({ ...input, stillsOf }, NEVER)).rejects.toMatchObject({ code: 'FFMPEG_FAILED' });
  });

  it('refuses a timeline whose sound is longer than its pictures', async () => {
    await using folder = await createFolder();
    const input = await createInput(folder.path, 'out.mp4');
    const timeline = { ...TIMELINE, totalSamples: TIMELINE.totalSamples + 1 };
    await expect(assembleVideo({ ...input, timeline }, NEVER)).rejects.toThrow(RangeError);
  });
});
