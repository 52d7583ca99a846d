import { STAGES, type Stage } from '../contract/stages.ts';

/** Formats the line that a stage leaves when it ends: "[⏱] Step 2: Generate Script: 1.24s". */
export function formatStageLine(stage: Stage, seconds: number): string {
  const { number, name } = STAGES[stage];
  const label = number === null ? name : `Step ${number}: ${name}`;
  return `[⏱] ${label}: ${seconds.toFixed(2)}s`;
}
