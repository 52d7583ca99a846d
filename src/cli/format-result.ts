import { isAbsolute, relative, sep } from 'node:path';
import type { PresentationResult } from '../contract/result.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import { buildReport } from '../report/build-report.ts';
import { formatReportText } from '../report/format-report-text.ts';
import { formatWriterLine } from '../report/format-writer-line.ts';
import { formatClock } from './format-clock.ts';

/** Formats what people see at the end of a run: what it made, where it lies, what went less well, where the time went. */
export function formatResult(result: PresentationResult, snapshot: RunSnapshot, cwd: string): string {
  const files: readonly (readonly [string, string | null])[] = [
    ['Deck', result.pptx_path],
    ['Video', result.video_path],
    ['Narration', result.audio_path],
    ['Captions', result.captions_srt_path],
    ['Report', result.report_path],
  ];
  const length = formatClock(result.duration_sec * 1000);
  return [
    `${result.presentation_title}: ${result.slide_count} slides, ${length} long`,
    '',
    ...files.flatMap(([name, path]) => (path === null ? [] : [`  ${name.padEnd(11)}${shorten(path, cwd)}`])),
    '',
    `  ${formatWriterLine(result)}`,
    ...formatWarnings(result),
    '',
    formatReportText(buildReport({ ...snapshot, nowMs: snapshot.closedAtMs ?? snapshot.startedAtMs })),
  ].join('\n');
}

function formatWarnings({ warnings }: PresentationResult): readonly string[] {
  return warnings.length === 0 ? [] : ['', ...warnings.map((warning) => `  ! ${warning.message}`)];
}

/** A path below the current folder is shown as it would be typed there. */
function shorten(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith(`..${sep}`) || short === '..' || isAbsolute(short) ? path : short;
}
