import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { drawRun } from '../../../src/cli/draw-run.ts';
import type { RunSnapshot } from '../../../src/jobs/run-snapshot.ts';
import { FRESH_SNAPSHOT } from '../jobs/fresh-snapshot.ts';
import { makeRecord, makeRunning } from '../report/make-record.ts';

const snapshot: RunSnapshot = {
  ...FRESH_SNAPSHOT,
  title: 'The Water Cycle',
  slideCount: 4,
  records: [
    makeRecord('prepareRun', null, [0, 0, 410]),
    makeRecord('writeOutline', null, [410, 410, 700]),
    ...[1, 2, 3, 4].map((slide) => makeRecord('writeSlide', slide, [700, 700, 1_940], { cached: slide < 3 })),
    makeRecord('speakSlide', 1, [2_000, 2_000, 4_000]),
    makeRunning('speakSlide', 3, 2_000, 2_500),
    makeRunning('speakSlide', 2, 2_000, 2_500),
    makeRunning('encodeStills', 1, 2_000, 2_500),
  ],
};
const SLOW_WRITING = [
  makeRunning('writeSlide', 2, 700, 2_000),
  makeRunning('writeSlide', 1, 700, 9_000),
  makeRunning('speakSlide', 3, 700, 12_000),
];
const drawing = { snapshot, nowMs: 42_700, columns: 80, hasColor: false, notes: [], hint: 'Ctrl-C cancels.' };

describe('drawRun', () => {
  it('shows title and clock, a line a stage, and what runs now', () => {
    expect(drawRun(drawing)).toBe(EXPECTED);
  });

  it('says how long a step has been at it, so that a slow model does not look like one that hangs', () => {
    const drawn = drawRun({ ...drawing, nowMs: 14_400, snapshot: { ...snapshot, records: SLOW_WRITING } });
    expect(drawn).toContain('\n  now  2 Generate Script (slide 1, 2) 0:12  8 Synthesize Audio (slide 3)\n');
  });

  it('names the project once while there is no title, and keeps its lines where they are', () => {
    const lines = drawRun({ ...drawing, snapshot: { ...snapshot, title: null, slideCount: null } }).split('\n');
    expect(lines[0]).toMatch(/^ {2}water-cycle +0:42$/);
    expect(lines.slice(1, 3)).toEqual(['', '']);
    expect(lines).toHaveLength(EXPECTED.split('\n').length);
  });

  it('marks the stage that a run failed by, and counts what went well of those that were cut off', () => {
    const records = [
      makeRecord('writeSlide', 1, [700, 700, 1_940], { outcome: 'failed' }),
      makeRecord('writeSlide', 2, [700, 700, 1_940]),
      makeRecord('layOutSlide', 2, [1_940, 1_940, 2_000], { outcome: 'cancelled' }),
    ];
    const outcome = { status: 'failed', code: null, message: null } as const;
    const drawn = drawRun({ ...drawing, snapshot: { ...snapshot, slideCount: 2, records, outcome } });
    expect(drawn).toContain('\n  ✗   2  Generate Script      ━━━━━━━━━━──────────    1/2\n');
    expect(drawn).toContain('\n  ○   4  PPTX                 ────────────────────    0/3\n');
  });

  it('shows how far a download is in the place of the step that waits for it', () => {
    const modelProgress = { what: 'Downloading llama3.1:8b', doneBytes: 2_066_000_000, totalBytes: 4_920_000_000 };
    const drawn = drawRun({ ...drawing, snapshot: { ...snapshot, modelProgress } });
    expect(drawn).toContain('\n  now  Downloading llama3.1:8b, 41 % of 4.9 GB\n');
    expect(drawn.split('\n')).toHaveLength(EXPECTED.split('\n').length);
  });

  it('says what an open run waits for, and not what a closed one waited for', () => {
    const waiting = { ...snapshot, approval: 'waiting' } as const;
    expect(drawRun({ ...drawing, snapshot: waiting })).toContain(
      '\n  waiting  for your approval: lectra approve water-cycle\n',
    );
    const closed = { ...waiting, outcome: { status: 'cancelled', code: null, message: null } } as const;
    expect(drawRun({ ...drawing, snapshot: closed })).not.toContain('approval');
  });

  it('leaves out the stages that wait for an approval, so that the outline above stays on a small screen', () => {
    const records = snapshot.records.slice(0, 2);
    const lines = drawRun({ ...drawing, snapshot: { ...snapshot, records, approval: 'waiting' } }).split('\n');
    expect(lines.filter((line) => /━|· {2}/.test(line)).map((line) => line.slice(0, 27))).toEqual([
      '  ✓      Prepare           ',
      '  ✓   1  Generate Outline  ',
    ]);
  });

  it('names the steps that somebody paused, which nothing else would show', () => {
    const [first, ...more] = snapshot.records;
    if (!first) throw new Error('The snapshot has no step.');
    const paused = { ...makeRunning('speakSlide', 4, 2_000, 2_500), outcome: 'paused' as const };
    const drawn = drawRun({ ...drawing, snapshot: { ...snapshot, records: [first, ...more, paused] } });
    expect(drawn).toContain('\n  paused  8 Synthesize Audio (slide 4)\n');
  });

  it('fits 80 columns and 24 rows, whatever the words are', () => {
    const long = 'word '.repeat(60);
    const lines = drawRun({
      ...drawing,
      snapshot: { ...snapshot, title: long, project: 'x'.repeat(80) },
      notes: [long, long, long, long],
      hint: long,
    }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.length).toBeLessThanOrEqual(24);
  });

  it('leaves out the bars on a narrow terminal, so that no line wraps', () => {
    const lines = drawRun({ ...drawing, columns: 60 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines.join('')).not.toContain('━');
  });

  it('says in colour just what it says without', () => {
    expect(stripVTControlCharacters(drawRun({ ...drawing, hasColor: true }))).toBe(drawRun(drawing));
  });
});

const EXPECTED = `  The Water Cycle                                                           0:42
  water-cycle · 4 slides

  ✓      Prepare              ━━━━━━━━━━━━━━━━━━━━    1/1   0.41 s
  ✓   1  Generate Outline     ━━━━━━━━━━━━━━━━━━━━    1/1   0.29 s
  ✓   2  Generate Script      ━━━━━━━━━━━━━━━━━━━━    4/4   1.24 s  2 kept
  ·   3  Images
  ·   4  PPTX
  ·   5  Build Narration Text
  ·   6  Tag Narration
  ·   7  Parse Segments
  ●   8  Synthesize Audio     ━━━━────────────────    1/5
  ·   9  Calculate Timings
  ●  10  Generate Video       ────────────────────    0/5
  ·      Publish

  now  8 Synthesize Audio (slide 2, 3) 0:40  10 Generate Video (slide 1) 0:40
  Ctrl-C cancels.`;
