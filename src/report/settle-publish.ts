import { STAGES } from '../contract/stages.ts';
import type { ReportStep, RunReport } from './build-report.ts';

/**
 * Returns the report of a run as people read it in the lecture's folder: Publish, which writes it, is over when somebody
 * reads it, and counts until it wrote it.
 */
export function settlePublish(report: RunReport): RunReport {
  const settle = (step: ReportStep): ReportStep =>
    step.stage === 'publish' && step.outcome === 'running'
      ? { ...step, outcome: 'completed', ended_seconds: report.total_seconds }
      : step;
  return {
    ...report,
    stages: report.stages.map((row) =>
      row.name === STAGES.publish.name && row.seconds === null ? { ...row, seconds: row.work_seconds } : row,
    ),
    critical_path: report.critical_path.map(settle),
    steps: report.steps.map(settle),
  };
}
