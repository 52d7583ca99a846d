import { describe, expect, it } from 'vitest';
import { formatResult } from '../../../src/cli/format-result.ts';
import type { PresentationResult, StageRow } from '../../../src/contract/result.ts';
import type { RunSnapshot } from '../../../src/jobs/run-snapshot.ts';
import { FRESH_SNAPSHOT } from '../jobs/fresh-snapshot.ts';
import { makeRecord } from '../report/make-record.ts';

const OUTLINE: StageRow = {
  number: 1,
  name: 'Generate Outline',
  seconds: 0.1,
  work_seconds: 0.1,
  queue_seconds: 0,
  activities: 1,
  attempts: 1,
  reused: 1,
  model_usage: null,
};

const RESULT: PresentationResult = {
  status: 'ok',
  workflow_id: 'lectra-tides',
  run_id: 'r',
  project: 'tides',
  project_dir: '/home/me/output/tides',
  presentation_title: 'Tides',
  slide_count: 10,
  page_count: 10,
  image_count: 0,
  pptx_path: '/home/me/output/tides/presentation.pptx',
  audio_path: '/home/me/output/tides/narration.mp3',
  video_path: null,
  captions_srt_path: '/home/me/output/tides/captions.srt',
  captions_vtt_path: '/home/me/output/tides/captions.vtt',
  narration_path: '/home/me/output/tides/narration.txt',
  slide_timings_path: '/home/me/output/tides/slide_timings.json',
  report_path: '/home/me/output/tides/report.html',
  duration_sec: 83,
  language: 'en',
  writer: 'ollama',
  model: 'llama3.1:8b',
  speech: 'espeak',
  voice: 'en-us',
  warnings: [],
  stages: [OUTLINE],
  total_seconds: 4,
};

const SNAPSHOT: RunSnapshot = {
  ...FRESH_SNAPSHOT,
  closedAtMs: 4_000,
  title: 'Tides',
  slideCount: 10,
  hasVideo: false,
};

const format = (result: Partial<PresentationResult>, nextVariation: number | null) =>
  formatResult({ ...RESULT, ...result }, { snapshot: SNAPSHOT, cwd: '/home/me', nextVariation });

const KEPT = /outline is that of an earlier run with the same wishes; --variation 1 has another one written/;

describe('the end of a run', () => {
  it('shows what it made as one would type it here', () => {
    const text = format({}, 1);
    expect(text).toContain('Tides: 10 slides, 1:23 long\n');
    expect(text).toMatch(/^ {2}Deck +output\/tides\/presentation\.pptx$/m);
    expect(text).not.toContain('Video');
  });

  it('says that the matter is from Wikipedia, whose licence binds whoever passes the lecture on', () => {
    const records = [makeRecord('researchTopic', null, [0, 0, 900])];
    const view = { snapshot: { ...SNAPSHOT, records }, cwd: '/home/me', nextVariation: 1 };
    expect(formatResult(RESULT, view)).toContain(
      '\n  Its matter is from Wikipedia (CC BY-SA 4.0); credits.md names the articles',
    );
    expect(format({}, 1)).not.toContain('Wikipedia');
  });

  it('ends with the files and the warnings, which a small terminal then still shows', () => {
    const text = format({ warnings: [{ code: 'SLIDES_FEWER', message: 'There are fewer slides.' }] }, 1);
    const places = ['    Total', 'Tides: 10 slides', '  Deck', '  ! There are fewer slides.\n'].map((part) =>
      text.indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toMatch(/fewer slides\.\n$/);
  });

  it('says how to get another outline where a model could write one and that of an earlier run was kept', () => {
    expect(format({}, 1)).toMatch(KEPT);
    expect(format({}, 4)).toContain('--variation 4 ');
  });

  it.each([
    ['the outline is new', { stages: [{ ...OUTLINE, reused: 0 }] }, 1],
    ['no model wrote it, so that there is no other', { model: null }, 1],
    ['the run was carried on, and has to keep what it has', {}, null],
    [
      'only a later stage was kept',
      {
        stages: [
          { ...OUTLINE, reused: 0 },
          { ...OUTLINE, number: 2 },
        ],
      },
      1,
    ],
  ] as const)('says nothing of it where %s', (_why, result, nextVariation) => {
    expect(format(result, nextVariation)).not.toMatch(/earlier run/);
  });
});
