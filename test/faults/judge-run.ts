import { ERROR_CODES, type ErrorCode, isErrorCode } from '../../src/contract/error-codes.ts';
import type { PresentationResult } from '../../src/contract/result.ts';
import { STAGE_ORDER, STAGES } from '../../src/contract/stages.ts';
import type { RunEvidence, RunFailure } from './run-evidence.ts';

/** What a run under faults came to. Only the first two are fair; a finding is a defect, in one or more sentences. */
export type RunVerdict =
  | { readonly kind: 'whole'; readonly warnings: readonly string[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'finding'; readonly findings: readonly string[] };

const LECTURE_FILES = [
  'presentation.pptx',
  'narration.mp3',
  'captions.srt',
  'captions.vtt',
  'narration.txt',
  'narration_tagged.txt',
  'outline.json',
  'script.json',
  'segments.json',
  'slide_timings.json',
  'images_metadata.json',
  'credits.md',
  'report.json',
  'report.txt',
  'report.html',
  '.lectra-manifest.json',
] as const;

/** The second half of a sentence that says what to do next. */
const WAY_OUT = /; (?:choose|check|try|give|set|install|use|run|start|wait|free|make|look|correct|save|move)\b/;

/** Judges a run: whole with every degradation named, or failed with exactly one clear error and nothing left behind. */
export function judgeRun(evidence: RunEvidence): RunVerdict {
  const { end, openCalls, openSteps } = evidence;
  const left = [
    ...openSteps.map((step) => `The step "${step}" goes on after the end of the run.`),
    ...openCalls.map((call) => `The call ${call} goes on after the end of the run.`),
  ];
  switch (end.kind) {
    case 'completed': {
      const findings = [...left, ...judgeLecture(evidence, end.result)];
      return findings.length === 0
        ? { kind: 'whole', warnings: end.result.warnings.map(({ code }) => code) }
        : { kind: 'finding', findings };
    }
    case 'failed': {
      const findings = [...left, ...judgeFailure(end.failure), ...judgeLeftFiles(evidence)];
      const [code] = end.failure.types;
      return findings.length === 0 && isErrorCode(code)
        ? { kind: 'failed', code, message: end.failure.message }
        : { kind: 'finding', findings };
    }
    case 'hung':
      return { kind: 'finding', findings: [`The run has not ended after ${end.afterMs} ms.`, ...left] };
    case 'unknown':
      return { kind: 'finding', findings: [`The run ended in a way of its own: ${end.error}`, ...left] };
  }
}

function judgeLecture(evidence: RunEvidence, result: PresentationResult): string[] {
  const { drawnSlides, fileProblems, files, wanted: first, wantsVideo } = evidence;
  const { page_count, project, speech, warnings, writer } = result;
  const pages = Array.from(
    { length: page_count },
    (_, index) => `slides/slide-${String(index + 1).padStart(2, '0')}.png`,
  );
  const wanted = [...LECTURE_FILES, ...(wantsVideo ? ['presentation.mp4'] : []), ...pages].map(
    (name) => `${project}/${name}`,
  );
  const isNamed = (slide: number) => warnings.some(({ message }) => message.startsWith(`Slide ${slide}:`));
  const isTold = (wantedCode: string) => warnings.some(({ code }) => code === wantedCode);
  return [
    ...wanted.filter((name) => !files.includes(name)).map((name) => `The file ${name} is missing.`),
    ...files.filter((name) => !wanted.includes(name)).map((name) => `The file ${name} is too much.`),
    ...fileProblems,
    ...drawnSlides
      .filter((slide) => !isTold('PICTURES_DRAWN') && !isNamed(slide))
      .map((slide) => `No warning says that the picture of slide ${slide} was drawn.`),
    ...(writer === first.writer || isTold('WRITER_REPLACED') ? [] : [`No warning says that ${writer} wrote.`]),
    ...(speech === first.speech || isTold('VOICE_REPLACED') ? [] : [`No warning says that ${speech} spoke.`]),
  ];
}

function judgeFailure({ message, types }: RunFailure): string[] {
  const [code = null] = types;
  if (!isErrorCode(code)) return [`The failure has the type "${code}", which is no error code: ${message}`];
  const others = types.filter((type) => type !== null && type !== code);
  return [
    ...(code === 'INTERNAL' ? [`The failure is INTERNAL: ${message}`] : []),
    ...(others.length === 0 ? [] : [`Beside ${code}, the failure is also ${others.join(' and ')}.`]),
    ...(/\n\s+at /.test(message) ? [`The message holds a stack: ${message}`] : []),
    ...(namesStage(message) ? [] : [`The message names no stage: ${message}`]),
    ...(message.includes(ERROR_CODES[code].hint) || WAY_OUT.test(message)
      ? []
      : [`The message does not say what to do: ${message}`]),
  ];
}

/** "stage 2 (Generate Script), slide 3: …", and "Prepare: …" for a stage without a number. */
function namesStage(message: string): boolean {
  return STAGE_ORDER.some((stage) => {
    const { name, number } = STAGES[stage];
    return number === null ? message.startsWith(`${name}: `) : message.startsWith(`stage ${number} (${name})`);
  });
}

function judgeLeftFiles({ files }: RunEvidence): string[] {
  return files.map((name) => `The failed run left the file ${name} in the output folder.`);
}
