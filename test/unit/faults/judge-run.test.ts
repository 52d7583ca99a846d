import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../src/contract/error-codes.ts';
import type { PresentationResult } from '../../../src/contract/result.ts';
import { judgeRun } from '../../faults/judge-run.ts';
import type { RunEvidence, RunFailure } from '../../faults/run-evidence.ts';

const RESULT: PresentationResult = {
  status: 'ok',
  workflow_id: 'tides',
  run_id: 'r',
  project: 'tides',
  project_dir: '/out/tides',
  presentation_title: 'The tides',
  slide_count: 1,
  page_count: 1,
  image_count: 1,
  pptx_path: '',
  audio_path: '',
  video_path: null,
  captions_srt_path: '',
  captions_vtt_path: '',
  narration_path: '',
  slide_timings_path: '',
  report_path: '',
  duration_sec: 1,
  language: 'en',
  writer: 'ollama',
  model: 'm',
  speech: 'edge',
  voice: 'v',
  warnings: [],
  stages: [],
  total_seconds: 1,
};
const FILES = [
  ...['.lectra-manifest.json', 'captions.srt', 'captions.vtt', 'credits.md', 'images_metadata.json', 'narration.mp3'],
  ...['narration.txt', 'narration_tagged.txt', 'outline.json', 'presentation.pptx', 'report.html', 'report.json'],
  ...['report.txt', 'script.json', 'segments.json', 'slide_timings.json', 'slides/slide-01.png'],
].map((name) => `tides/${name}`);

const whole = (change: Partial<RunEvidence> = {}, result: Partial<PresentationResult> = {}): RunEvidence => ({
  end: { kind: 'completed', result: { ...RESULT, ...result } },
  wantsVideo: false,
  files: FILES,
  fileProblems: [],
  drawnSlides: [],
  wanted: { writer: 'ollama', speech: 'edge' },
  openSteps: [],
  openCalls: [],
  ...change,
});

const CLEAR: RunFailure = {
  types: ['SPEECH_FAILED', 'SPEECH_FAILED'],
  message: `stage 8 (Synthesize Audio), slide 2: No sound came. ${ERROR_CODES.SPEECH_FAILED.hint}`,
};
const failed = (failure: Partial<RunFailure> = {}, change: Partial<RunEvidence> = {}): RunEvidence =>
  whole({ end: { kind: 'failed', failure: { ...CLEAR, ...failure } }, files: [], ...change });

const findingsOf = (evidence: RunEvidence): readonly string[] => {
  const verdict = judgeRun(evidence);
  return verdict.kind === 'finding' ? verdict.findings : [];
};

describe('judgeRun', () => {
  it('calls a run whole that left every file and told of nothing because nothing was lost', () => {
    expect(judgeRun(whole())).toEqual({ kind: 'whole', warnings: [] });
  });

  it('calls a run failed that ended with one code, its stage and its way out, and left nothing', () => {
    expect(judgeRun(failed())).toEqual({ kind: 'failed', code: 'SPEECH_FAILED', message: CLEAR.message });
  });

  it('takes a way out in the words of the failure itself, since some codes add no advice', () => {
    const message = 'stage 2 (Generate Script), slide 1: Ollama has no model "m"; install it or choose another one.';
    expect(judgeRun(failed({ types: ['MODEL_MISSING'], message })).kind).toBe('failed');
  });

  it.each([
    ['a missing file', whole({ files: FILES.slice(1) }), /\.lectra-manifest\.json is missing/],
    ['a missing video, where one was wanted', whole({ wantsVideo: true }), /presentation\.mp4 is missing/],
    ['a page without its picture', whole({}, { page_count: 2 }), /slide-02\.png is missing/],
    ['a staging folder that stayed', whole({ files: [...FILES, '.tides.new/captions.srt'] }), /is too much/],
    ['a file that is broken inside', whole({ fileProblems: ['The deck does not open.'] }), /does not open/],
    ['a drawn picture that no warning names', whole({ drawnSlides: [2] }), /slide 2 was drawn/],
    ['another writer that no warning names', whole({}, { writer: 'extractive' }), /extractive wrote/],
    ['another voice that no warning names', whole({}, { speech: 'espeak' }), /espeak spoke/],
    ['a step that goes on', whole({ openSteps: ['8 Synthesize Audio · slide 1'] }), /goes on/],
    ['a call that goes on', failed({}, { openCalls: ['edge speak Hello'] }), /edge speak Hello goes on/],
    ['a failure of no known code', failed({ types: ['TypeError'] }), /no error code/],
    ['a failure that is a defect', failed({ types: ['INTERNAL'], message: 'Prepare: x; try again.' }), /INTERNAL/],
    ['two errors at once', failed({ types: ['SPEECH_FAILED', 'DISK_FULL'] }), /also DISK_FULL/],
    ['a message with a stack', failed({ message: `${CLEAR.message}\n    at run (a.ts:1)` }), /holds a stack/],
    ['a message without a stage', failed({ message: `Slide 2. ${ERROR_CODES.SPEECH_FAILED.hint}` }), /no stage/],
    ['a message without a way out', failed({ message: 'Publish: It failed.' }), /what to do/],
    ['a file that a failed run left', failed({}, { files: ['tides/presentation.pptx'] }), /left the file/],
    ['a run that hangs', whole({ end: { kind: 'hung', afterMs: 9 } }), /not ended after 9 ms/],
    ['any other end', whole({ end: { kind: 'unknown', error: 'Terminated' } }), /Terminated/],
  ])('finds %s', (_what, evidence, finding) => {
    expect(findingsOf(evidence).join('\n')).toMatch(finding);
  });

  it('accepts what a warning names: a slide, all pictures, the writer and the voice', () => {
    const warningOf = (code: string, message: string) => ({ warnings: [{ code, message }] });
    const drawn = { drawnSlides: [2] };
    expect(judgeRun(whole(drawn, warningOf('PICTURE_DRAWN', 'Slide 2: it was drawn.'))).kind).toBe('whole');
    expect(judgeRun(whole(drawn, warningOf('PICTURE_DRAWN', 'Slide 21: it was drawn.'))).kind).toBe('finding');
    expect(judgeRun(whole(drawn, warningOf('PICTURES_DRAWN', 'All were drawn.'))).kind).toBe('whole');
    expect(judgeRun(whole({}, { writer: 'extractive', ...warningOf('WRITER_REPLACED', '') })).kind).toBe('whole');
    expect(judgeRun(whole({}, { speech: 'espeak', ...warningOf('VOICE_REPLACED', '') })).kind).toBe('whole');
  });
});
