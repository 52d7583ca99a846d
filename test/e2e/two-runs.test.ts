import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { createLectraHome, type LectraHome } from './lectra-home.ts';
import { hashLecture } from './read-folder.ts';
import { resultOf } from './result-of.ts';
import { SHORT_LECTURE } from './short-lecture.ts';

const cli = await findTestCli();

describe.skipIf(cli === null)(`two runs with two empty stores${cliNote(cli)}`, () => {
  let homes: readonly LectraHome[] = [];

  beforeAll(async () => {
    homes = await Promise.all([createLectraHome(cli), createLectraHome(cli)]);
  });
  afterAll(() => Promise.all(homes.map((home) => home[Symbol.asyncDispose]())));

  it('give the same deck, frames, voice, captions, timings and video, byte for byte', async () => {
    const [first, second] = homes;
    if (first === undefined || second === undefined) throw new Error('There are two homes.');
    const once = resultOf(await first.run(SHORT_LECTURE));
    await first.run(['down', '--force']);
    // Another time zone, language and clock of the machine are no reason for another byte.
    const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const again = resultOf(await second.run(SHORT_LECTURE, { env: elsewhere }));
    expect(again.stages.every(({ reused }) => reused === 0)).toBe(true);
    const made = await hashLecture(once.project_dir);
    expect(await hashLecture(again.project_dir)).toEqual(made);
    expect(Object.keys(made)).toEqual(
      expect.arrayContaining([
        ...['presentation.pptx', 'presentation.mp4', 'narration.mp3', 'captions.srt', 'captions.vtt'],
        ...['slide_timings.json', 'script.json', 'segments.json', 'slides/slide-01.png'],
      ]),
    );
  });
});
