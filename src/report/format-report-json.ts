import type { RunReport } from './build-report.ts';

/** Formats the report for programs: indented JSON with a line break at its end; names and numbers as in the result. */
export function formatReportJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
