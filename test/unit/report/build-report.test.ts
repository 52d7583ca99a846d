import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { formatReportHtml } from '../../../src/report/format-report-html.ts';
import { formatReportText } from '../../../src/report/format-report-text.ts';
import { makeRecord, makeRunning } from './make-record.ts';

const closed = { startedAtMs: 1_000, closedAtMs: 11_000, nowMs: 99_000 };

/** Two slides: the second one's voice is what the end waits for; slide 1 draws at the same time. */
const records = [
  makeRecord('prepareRun', null, [1_000, 1_100, 1_400]),
  makeRecord('writeOutline', null, [1_400, 1_500, 2_000]),
  makeRecord('writeSlide', 1, [2_000, 2_000, 2_500], { cached: true }),
  makeRecord('writeSlide', 2, [2_000, 2_500, 3_000]),
  makeRecord('layOutSlide', 1, [2_500, 2_600, 4_000]),
  makeRecord('speakSlide', 1, [2_500, 2_500, 5_000]),
  makeRecord('speakSlide', 2, [3_000, 5_000, 9_000], { attempt: 3, queuedMs: 40, ranMs: 1_500 }),
  makeRecord('publish', null, [9_000, 9_000, 11_000]),
];

describe('buildReport', () => {
  const report = buildReport({ ...closed, records });
  const rowOf = (name: string) => report.stages.find((row) => row.name === name);

  it('takes wall time from the first start to the last end, so that overlapping slides count once', () => {
    expect(rowOf('Generate Script')).toEqual({
      number: 2,
      name: 'Generate Script',
      seconds: 1,
      work_seconds: 1,
      queue_seconds: 0.5,
      activities: 2,
      attempts: 2,
      reused: 1,
      model_usage: null,
    });
  });

  it('counts every attempt, but work and waiting of the last one alone, as history has no times of the others', () => {
    expect(rowOf('Synthesize Audio')).toMatchObject({
      seconds: 6.5,
      work_seconds: 4,
      queue_seconds: 0.04,
      attempts: 4,
    });
  });

  it('lists all twelve stages, so that a program can rely on their places', () => {
    expect(report.stages.map((row) => row.number)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
    expect(rowOf('Generate Video')).toMatchObject({ seconds: 0, activities: 0 });
  });

  it('leaves the wall time of a stage open while one of its steps runs', () => {
    const open = buildReport({
      startedAtMs: 0,
      closedAtMs: null,
      nowMs: 5_000,
      records: [makeRecord('writeSlide', 1, [0, 0, 1_000]), makeRunning('writeSlide', 2, 0, 2_000)],
    });
    expect(open.stages[2]).toMatchObject({ seconds: null, work_seconds: 4 });
    expect(open.total_seconds).toBe(5);
  });

  it('does not depend on the order of the records', () => {
    expect(buildReport({ ...closed, records: records.toReversed() })).toEqual(report);
  });

  it('gives zeros for a run that has not scheduled anything', () => {
    const empty = buildReport({ startedAtMs: 0, closedAtMs: null, nowMs: 250, records: [] });
    expect(empty).toMatchObject({ total_seconds: 0.25, critical_seconds: 0, critical_path: [], steps: [] });
  });
});

describe('the critical path', () => {
  const labelsOf = (input: Parameters<typeof buildReport>[0]) =>
    buildReport(input).critical_path.map((step) => step.label);

  it('follows the steps that released one another, from the last end back to the start', () => {
    expect(labelsOf({ ...closed, records })).toEqual([
      'Prepare',
      '1 Generate Outline',
      '2 Generate Script · slide 2',
      '8 Synthesize Audio · slide 2',
      'Publish',
    ]);
  });

  it('does not cross from slide to slide, since no slide hands anything to another', () => {
    const crossing = [
      makeRecord('writeSlide', 1, [0, 0, 900]),
      makeRecord('writeSlide', 2, [0, 0, 500]),
      makeRecord('buildNarration', 2, [950, 950, 2_000]),
    ];
    expect(labelsOf({ ...closed, records: crossing })).toEqual([
      '2 Generate Script · slide 2',
      '5 Build Narration Text · slide 2',
    ]);
  });

  it('asks what a step needs, not only what ended before it, since two chains of a slide run side by side', () => {
    const sideBySide = [
      makeRecord('buildNarration', 1, [0, 0, 1_000]),
      makeRecord('fetchPicture', 1, [0, 0, 1_100]),
      makeRecord('tagNarration', 1, [1_150, 1_200, 2_000]),
    ];
    expect(labelsOf({ ...closed, records: sideBySide })).toEqual([
      '5 Build Narration Text · slide 1',
      '6 Tag Narration · slide 1',
    ]);
  });

  it('crosses from a picture search to a later choice, since a slide chooses after the slides before it', () => {
    const pictures = [
      makeRecord('searchPictures', 1, [0, 0, 3_000]),
      makeRecord('searchPictures', 2, [0, 0, 1_000]),
      makeRecord('fetchPicture', 2, [3_010, 3_010, 4_000]),
    ];
    expect(labelsOf({ ...closed, records: pictures })).toEqual(['3 Images · slide 1', '3 Images · slide 2']);
  });

  it('ends with a running step, counted up to now', () => {
    const open = { startedAtMs: 0, closedAtMs: null, nowMs: 10_000 };
    const running = [makeRecord('writeOutline', null, [0, 0, 1_000]), makeRunning('writeSlide', 1, 1_000, 1_200)];
    expect(labelsOf({ ...open, records: running })).toEqual(['1 Generate Outline', '2 Generate Script · slide 1']);
    expect(buildReport({ ...open, records: running }).critical_seconds).toBe(10);
  });

  it('ends with instant steps that stand at the same moment, instead of going round between them', () => {
    const instant = [makeRecord('writeOutline', null, [5, 5, 5]), makeRecord('calculateTimings', null, [5, 5, 5])];
    expect(labelsOf({ ...closed, records: instant })).toHaveLength(2);
  });
});

describe('formatReportText', () => {
  it('aligns the stages that ran and adds total and critical path within 80 columns', () => {
    const text = formatReportText(buildReport({ ...closed, records }));
    expect(text).toBe(`    Stage                        Wall      Work   Waiting  Attempts  Reused
---------------------------------------------------------------------------
    Prepare                    0.30 s    0.30 s    0.10 s         1       0
 1  Generate Outline           0.50 s    0.50 s    0.10 s         1       0
 2  Generate Script            1.00 s    1.00 s    0.50 s         2       1
 4  PPTX                       1.40 s    1.40 s    0.10 s         1       0
 8  Synthesize Audio           6.50 s    4.00 s    0.04 s         4       0
    Publish                    2.00 s    2.00 s    0.00 s         1       0
---------------------------------------------------------------------------
    Total                      10.0 s    9.20 s    0.84 s        10       1

Critical path, 10.0 s:
  Prepare 0.40 s > 1 Generate Outline 0.60 s >
  2 Generate Script (slide 2) 1.00 s > 8 Synthesize Audio (slide 2) 6.00 s >
  Publish 2.00 s
`);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('names the time in which no step ran, so that an outline that waited for approval does not look like slow work', () => {
    const gated = [
      makeRecord('writeOutline', null, [1_000, 1_000, 3_000]),
      makeRecord('writeSlide', 1, [102_000, 102_000, 103_000]),
      makeRecord('buildNarration', 1, [103_900, 103_900, 104_900]),
    ];
    expect(formatReportText(buildReport({ ...closed, closedAtMs: 104_900, records: gated }))).toContain(
      `
Critical path, 1:44 min:
  1 Generate Outline 2.00 s > idle 99.0 s > 2 Generate Script (slide 1) 1.00 s >
  5 Build Narration Text (slide 1) 1.00 s
`,
    );
  });

  it('calls a stage running instead of giving it a time', () => {
    const running = [makeRunning('publish', null, 0, 100)];
    const text = formatReportText(buildReport({ startedAtMs: 0, closedAtMs: null, nowMs: 1_100, records: running }));
    expect(text).toContain('    Publish                   running    1.00 s    0.10 s         1       0');
  });
});

describe('formatReportHtml', () => {
  const html = formatReportHtml(buildReport({ ...closed, records }), 'Tom & <Jerry>');

  it('escapes the title, which comes from a document', () => {
    expect(html).toContain('<h1>Tom &amp; &lt;Jerry&gt;</h1>');
    expect(html).not.toContain('<Jerry>');
  });

  it('asks for no file beside itself, so that it can be mailed', () => {
    expect(html).not.toMatch(/(?:src|href)=|@import|url\(|<script/);
  });

  it('draws one bar of the critical colour for each step of the critical path', () => {
    expect(html.match(/<rect class="critical"/g)).toHaveLength(5);
    expect(html.match(/<rect class="work"/g)).toHaveLength(3);
  });

  it('places a bar by its share of the run', () => {
    expect(html).toContain('<rect class="critical" x="40%" y="5" width="40%" height="16" rx="2"/>');
  });
});
