import type { ModelUsage } from '../contract/step-result.ts';

/** Returns what several calls cost together. */
export function sumUsage(usages: readonly ModelUsage[]): ModelUsage {
  const sum = (of: (usage: ModelUsage) => number): number => usages.reduce((total, usage) => total + of(usage), 0);
  return {
    requests: sum(({ requests }) => requests),
    connections: sum(({ connections }) => connections),
    promptTokens: sum(({ promptTokens }) => promptTokens),
    answerTokens: sum(({ answerTokens }) => answerTokens),
  };
}
