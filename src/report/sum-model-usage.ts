import type { ModelUsageRow } from '../contract/result.ts';
import type { StepRecord, StepUsage } from './step-record.ts';

/**
 * Adds up what steps asked of a model; null when none did. The rate is over the time in which at least one of these steps
 * ran, so that it counts answers that are written side by side, and is null where that time is too short to measure.
 */
export function sumModelUsage(records: readonly StepRecord[]): ModelUsageRow | null {
  const asking = records.flatMap((record) => (record.usage === null ? [] : [{ ...record, usage: record.usage }]));
  if (asking.length === 0) return null;
  const sum = (of: (usage: StepUsage) => number): number => asking.reduce((total, { usage }) => total + of(usage), 0);
  const answerTokens = sum((usage) => usage.answerTokens);
  const ranMs = coveredMs(asking);
  return {
    requests: sum((usage) => usage.requests),
    connections: sum((usage) => usage.connections),
    prompt_tokens: sum((usage) => usage.promptTokens),
    answer_tokens: answerTokens,
    answer_tokens_per_second: ranMs > 0 ? Math.round((answerTokens / ranMs) * 10_000) / 10 : null,
  };
}

/** Time in which at least one of the steps ran, in milliseconds. */
function coveredMs(records: readonly StepRecord[]): number {
  const spans = records
    .flatMap(({ endedAtMs, startedAtMs }) =>
      startedAtMs === null || endedAtMs === null ? [] : [{ startedAtMs, endedAtMs }],
    )
    .sort((a, b) => a.startedAtMs - b.startedAtMs);
  let totalMs = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const { endedAtMs, startedAtMs } of spans) {
    totalMs += Math.max(0, endedAtMs - Math.max(startedAtMs, untilMs));
    untilMs = Math.max(untilMs, endedAtMs);
  }
  return totalMs;
}
