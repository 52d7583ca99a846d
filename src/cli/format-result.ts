import { isAbsolute, relative, sep } from 'node:path';
import type { PresentationResult } from '../contract/result.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import { buildReport } from '../report/build-report.ts';
import { formatReportText } from '../report/format-report-text.ts';
import { formatWriterLine } from '../report/format-writer-line.ts';
import { formatClock } from './format-clock.ts';

export interface ResultView {
  /** The last look at the run. */
  readonly snapshot: RunSnapshot;
  readonly cwd: string;
  /** The --variation that gets another draft; null tells nobody of it. */
  readonly nextVariation: number | null;
}

/**
 * Formats what people see at the end of a run: where the time went, then what it made, where that lies, and what went less
 * well. What people look for comes last: a small terminal shows the end alone.
 */
export function formatResult(result: PresentationResult, view: ResultView): string {
  const { cwd, nextVariation, snapshot } = view;
  const files: readonly (readonly [string, string | null])[] = [
    ['Deck', result.pptx_path],
    ['Video', result.video_path],
    ['Narration', result.audio_path],
    ['Captions', result.captions_srt_path],
    ['Report', result.report_path],
  ];
  const length = formatClock(result.duration_sec * 1000);
  return [
    formatReportText(buildReport({ ...snapshot, nowMs: snapshot.closedAtMs ?? snapshot.startedAtMs })),
    `${result.presentation_title}: ${result.slide_count} slides, ${length} long`,
    '',
    ...files.flatMap(([name, path]) => (path === null ? [] : [`  ${name.padEnd(11)}${shorten(path, cwd)}`])),
    '',
    `  ${formatWriterLine(result)}`,
    ...formatResearch(snapshot),
    ...formatKeptOutline(result, nextVariation),
    ...formatWarnings(result),
    '',
  ].join('\n');
}

/** The articles are many words; their licence is what somebody has to know who passes the lecture on. */
function formatResearch({ records }: RunSnapshot): readonly string[] {
  return records.some(({ activity }) => activity === 'researchTopic')
    ? ['  Its matter is from Wikipedia (CC BY-SA 4.0); credits.md names the articles, and has to go with the lecture.']
    : [];
}

/**
 * Who asks again may have hoped for something else than what is there already. A writer without a model has nothing
 * else.
 */
function formatKeptOutline({ model, stages }: PresentationResult, nextVariation: number | null): readonly string[] {
  const isKept = stages.some(({ number, reused }) => number === 1 && reused > 0);
  if (model === null || nextVariation === null || !isKept) return [];
  return [
    `  Its outline is that of an earlier run with the same wishes; --variation ${nextVariation} has another one written.`,
  ];
}

function formatWarnings({ warnings }: PresentationResult): readonly string[] {
  return warnings.length === 0 ? [] : ['', ...warnings.map((warning) => `  ! ${warning.message}`)];
}

/** A path below the current folder is shown as it would be typed there. */
function shorten(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith(`..${sep}`) || short === '..' || isAbsolute(short) ? path : short;
}
