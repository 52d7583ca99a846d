import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkPackage } from '../../src/pptx/check-package.ts';
import { elementsNamed } from '../../src/pptx/package/xml-part.ts';
import { startEmbeddedService } from '../../src/temporal/start-embedded-service.ts';
import { readVideo } from '../../src/video/read-video.ts';
import { paragraphTexts, partNamesOf, readPart } from '../integration/pptx/read-deck.ts';
import { validateDeck } from '../integration/pptx/validate-deck.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { findFfmpeg, printFfmpeg, readSamples } from '../integration/video/video-rig.ts';
import { somePort } from '../services/some-port.ts';
import { createLectraHome, type LectraHome, NEVER } from './lectra-home.ts';
import { measureLoudness } from './measure-loudness.ts';
import { listWords, readCaptionWords } from './read-captions.ts';
import { listFiles } from './read-folder.ts';
import { REPOSITORY, runReadmeBlock } from './readme-block.ts';
import { type Result, resultOf } from './result-of.ts';

const SAMPLE = join(REPOSITORY, 'samples', 'water-cycle.md');
const SAMPLES_PER_FRAME = 1_600;

const timingsSchema = z.object({
  total_duration: z.number(),
  fps: z.literal(30),
  sample_rate: z.literal(48_000),
  slide_count: z.number(),
  slides: z.array(
    z.object({
      slide_number: z.number(),
      page: z.number(),
      title: z.string(),
      start: z.number(),
      start_frame: z.number(),
      frames: z.number(),
      sentence_indices: z.array(z.number()),
    }),
  ),
  sentences: z.array(z.object({ text: z.string(), words: z.array(z.object({ text: z.string() })) })),
});

const stagesSchema = z.object({
  stages: z.array(z.object({ number: z.number().nullable(), activities: z.number(), reused: z.number() })),
});

const cli = await findTestCli();
let home: LectraHome;
let result: Result;
let progress = '';
let timings: z.infer<typeof timingsSchema>;

const readOutput = async (name: string) => readFile(join(result.project_dir, name));
const readOutputText = async (name: string) => readFile(join(result.project_dir, name), 'utf8');

describe.skipIf(cli === null)(`the sample, by one command with no model and no key${cliNote(cli)}`, () => {
  beforeAll(async () => {
    home = await createLectraHome(cli, { LECTRA_SOURCE_DIRS: join(REPOSITORY, 'samples') });
    const outcome = await home.run(['generate', SAMPLE, '--json']);
    progress = outcome.stderr;
    result = resultOf(outcome);
    timings = timingsSchema.parse(JSON.parse(await readOutputText('slide_timings.json')));
  });
  afterAll(() => home?.[Symbol.asyncDispose]());

  it('prints one JSON object with every key of the result, and its stages with the final figures', () => {
    expect(result).toMatchObject({
      workflow_id: 'lectra-water-cycle',
      project: 'water-cycle',
      project_dir: join(home.outputDir, 'water-cycle'),
      presentation_title: 'The water cycle',
      slide_count: 10,
      language: 'en',
      writer: 'extractive',
      model: null,
      speech: 'espeak',
      warnings: [],
    });
    expect(result.stages.map(({ number }) => number)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
    expect(result.stages.every(({ activities, attempts }) => activities > 0 && attempts === activities)).toBe(true);
    expect(result.stages.every(({ reused }) => reused === 0)).toBe(true);
    const longest = Math.max(...result.stages.map(({ seconds }) => seconds));
    expect(result.total_seconds).toBeGreaterThanOrEqual(longest);
  });

  it('shows each stage once on stderr while it works', () => {
    for (const name of ['Step 1: Generate Outline', 'Step 8: Synthesize Audio', 'Step 10: Generate Video']) {
      expect(progress.match(new RegExp(`^\\[⏱\\] ${name}: [\\d.]+ ?\\w+`, 'gm'))).toHaveLength(1);
    }
    expect(progress).toContain('"The water cycle", 10 slides');
  });

  it('leaves exactly the files that the user was promised', async () => {
    const pages = Array.from({ length: result.page_count }, (_, page) => String(page + 1).padStart(2, '0'));
    expect(await listFiles(home.outputDir)).toEqual(
      [
        ...['.lectra-manifest.json', 'captions.srt', 'captions.vtt', 'credits.md', 'images_metadata.json'],
        ...['narration.mp3', 'narration.txt', 'narration_tagged.txt', 'outline.json', 'presentation.mp4'],
        ...['presentation.pptx', 'report.html', 'report.json', 'report.txt', 'script.json', 'segments.json'],
        ...['slide_timings.json', ...pages.map((page) => `slides/slide-${page}.png`)],
      ].map((name) => `water-cycle/${name}`),
    );
    const paths = Object.entries(result).filter(([key]) => key.endsWith('_path'));
    const named = paths.map(([, path]) => String(path).slice(home.outputDir.length + 1)).sort();
    expect(named).toEqual(
      [
        ...['captions.srt', 'captions.vtt', 'narration.mp3', 'narration.txt', 'presentation.mp4'],
        ...['presentation.pptx', 'report.html', 'slide_timings.json'],
      ].map((name) => `water-cycle/${name}`),
    );
  });

  it('makes a deck that PowerPoint opens without repair, with a real title and the spoken words on each slide', async () => {
    const deck = new Uint8Array(await readOutput('presentation.pptx'));
    expect(checkPackage(deck)).toEqual([]);
    expect(await validateDeck(deck)).toEqual([]);
    const slides = partNamesOf(deck).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(result.page_count);
    expect(timings.slides).toHaveLength(result.page_count);
    for (const [index, page] of timings.slides.entries()) {
      const titles = elementsNamed(readPart(deck, `ppt/slides/slide${index + 1}.xml`), 'p:sp').filter((shape) =>
        elementsNamed(shape, 'p:ph').some((place) => /^(title|ctrTitle)$/.test(place.getAttribute('type') ?? '')),
      );
      expect(titles.map((title) => paragraphTexts(title).join(' '))).toEqual([page.title]);
      const notes = paragraphTexts(readPart(deck, `ppt/notesSlides/notesSlide${index + 1}.xml`)).join(' ');
      const spoken = page.sentence_indices.map((sentence) => timings.sentences[sentence]?.text).join(' ');
      expect(notes.startsWith(spoken)).toBe(true);
    }
  });

  it('makes a video whose every frame is counted, as long as the voice', async () => {
    const frames = timings.slides.reduce((sum, page) => sum + page.frames, 0);
    const video = await readVideo(join(result.project_dir, 'presentation.mp4'));
    expect(video).toMatchObject({ widthPx: 1920, heightPx: 1080, isBt709: true, frameCount: frames });
    expect(video.frameStartsSec.map((start) => Math.round(start * 30))).toEqual(video.frameStartsSec.map((_, n) => n));
    expect(video.durationSec).toBeCloseTo(frames / 30, 3);
    expect(result.duration_sec).toBeCloseTo(frames / 30, 3);
    const sound = await readSamples(await findFfmpeg(), join(result.project_dir, 'presentation.mp4'));
    // AAC comes in packets of 1,024 samples; the last one is padded.
    expect(sound.length - frames * SAMPLES_PER_FRAME).toBeGreaterThanOrEqual(0);
    expect(sound.length - frames * SAMPLES_PER_FRAME).toBeLessThan(1_024);
  });

  it('starts each chapter with its slide, and joins the pages without a gap', async () => {
    const path = join(result.project_dir, 'presentation.mp4');
    const metadata = await printFfmpeg(await findFfmpeg(), ['-i', path, '-f', 'ffmetadata', 'pipe:1']);
    const chapters = metadata.split('[CHAPTER]').slice(1);
    const read = (chapter: string, key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(chapter)?.[1];
    const firstPages = timings.slides.filter(({ page }) => page === 1);
    expect(chapters.map((chapter) => read(chapter, 'title'))).toEqual(firstPages.map(({ title }) => title));
    const startsSec = chapters.map((chapter) => {
      const [ticks = 1, second = 1] = (read(chapter, 'TIMEBASE') ?? '').split('/').map(Number);
      return (Number(read(chapter, 'START')) * ticks) / second;
    });
    for (const [index, page] of firstPages.entries()) {
      expect(Math.round((startsSec[index] ?? Number.NaN) * 30)).toBe(page.start_frame);
    }
    let nextFrame = 0;
    for (const page of timings.slides) {
      expect(page.start_frame).toBe(nextFrame);
      nextFrame += page.frames;
    }
  });

  it('shows in both caption files and in the caption track every spoken word, in order', async () => {
    const spoken = listWords(await readOutputText('narration.txt'));
    expect(spoken.length).toBeGreaterThan(200);
    expect(readCaptionWords(await readOutputText('captions.srt'))).toEqual(spoken);
    expect(readCaptionWords(await readOutputText('captions.vtt'))).toEqual(spoken);
    const video = join(result.project_dir, 'presentation.mp4');
    const track = await printFfmpeg(await findFfmpeg(), ['-i', video, '-map', '0:s:0', '-f', 'srt', 'pipe:1']);
    expect(readCaptionWords(track)).toEqual(spoken);
    expect(timings.sentences.flatMap(({ words }) => words.map(({ text }) => text))).toEqual(spoken);
  });

  it('speaks at -16 LUFS on two speakers, for exactly as long as the pages last', async () => {
    const path = join(result.project_dir, 'narration.mp3');
    const { lufs, truePeakDbtp } = await measureLoudness(await findFfmpeg(), path);
    expect(Math.abs(lufs + 16)).toBeLessThanOrEqual(0.5);
    // MP3 moves peaks a little; no sample may clip.
    expect(truePeakDbtp).toBeLessThanOrEqual(-1);
    const frames = timings.slides.reduce((sum, page) => sum + page.frames, 0);
    expect(await readSamples(await findFfmpeg(), path)).toHaveLength(frames * SAMPLES_PER_FRAME);
  });

  it('draws every page at the size of the video', async () => {
    for (let page = 1; page <= result.page_count; page++) {
      const png = await readOutput(`slides/slide-${String(page).padStart(2, '0')}.png`);
      // https://www.w3.org/TR/png-3/#11IHDR: width and height stand at bytes 16 and 20.
      expect([png.subarray(1, 4).toString('latin1'), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        'PNG',
        1920,
        1080,
      ]);
    }
  });

  it('puts the report beside the lecture, with all stages and the picture of the times', async () => {
    const report = z
      .object({ stages: z.array(z.object({ name: z.string() })), steps: z.array(z.unknown()) })
      .parse(JSON.parse(await readOutputText('report.json')));
    expect(report.stages.map(({ name }) => name)).toEqual(result.stages.map(({ name }) => name));
    expect(report.steps).toHaveLength(result.stages.reduce((sum, { activities }) => sum + activities, 0));
    expect(await readOutputText('report.txt')).toContain('Critical path');
    expect(await readOutputText('report.txt')).not.toContain('running');
    expect(await readOutputText('report.html')).toMatch(/^<!doctype html>[\s\S]*The water cycle[\s\S]*<\/html>\n$/);
  });

  it('starts bare from the Temporal command line, as the README says', async () => {
    const printed = await runReadmeBlock(home, 'temporal workflow start');
    expect(printed).toMatch(/Lectra is up\.[\s\S]*lectra-water-cycle[\s\S]*COMPLETED[\s\S]*Lectra is down\./);
    expect(printed).toContain('presentation_title');
  });

  it('is told by report, status and list when no worker polls for it, and was not made twice', async () => {
    if (cli === null) throw new Error('This needs the Temporal CLI.');
    const ports = { wantedPort: await somePort(), wantedUiPort: await somePort() };
    const service = await startEmbeddedService(
      { cli, dataDir: home.dataDir, ...ports, onNotice: () => undefined },
      NEVER,
    );
    try {
      // A client elsewhere, whose own workers poll queues of another name.
      const env = { LECTRA_DATA_DIR: join(home.folder, 'elsewhere'), LECTRA_QUEUE_PREFIX: 'elsewhere-' };
      const ask = (...args: readonly string[]) => home.run(['--address', service.target.address, ...args], { env });
      const report = await ask('report', 'water-cycle');
      expect(report.stdout).toMatch(/ 8 {2}Synthesize Audio .*\n[\s\S]*Total /);
      expect(report.exitCode).toBe(0);
      const { stages } = stagesSchema.parse(JSON.parse((await ask('report', 'water-cycle', '--json')).stdout));
      const speech = stages.find(({ number }) => number === 8);
      expect(speech).toMatchObject({ activities: 11, reused: 11 });
      const status = await ask('status', 'water-cycle', '--json');
      expect(JSON.parse(status.stdout)).toMatchObject({ workflow_id: 'lectra-water-cycle', status: 'completed' });
      const list = await ask('list', '--json');
      expect(JSON.parse(list.stdout).runs).toHaveLength(2);
      await home.run(['down', '--force'], { env });
    } finally {
      await service.stop();
    }
  });
});
