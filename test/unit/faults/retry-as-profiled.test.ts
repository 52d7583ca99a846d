import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../../src/contract/errors.ts';
import { PROFILES } from '../../../src/workflows/activity-profiles.ts';
import { retryAsProfiled } from '../../faults/writing/retry-as-profiled.ts';

const busy = new ProviderError('PROVIDER_RATE_LIMITED', 'Busy.', { provider: 'Ollama', retryAfterMs: 7_000 });
const broken = new ProviderError('PROVIDER_FAILED', 'Broken.', { provider: 'Ollama' });
const missing = new ProviderError('MODEL_MISSING', 'Missing.', { provider: 'Ollama' });

async function retry(errors: readonly unknown[]) {
  const waitsMs: number[] = [];
  const left = [...errors];
  const ended = await retryAsProfiled(
    async () => {
      const error = left.shift();
      if (error !== undefined) throw error;
      return 'done';
    },
    PROFILES.model,
    async (durationMs) => void waitsMs.push(durationMs),
  ).catch((error: unknown) => error);
  return { ended, waitsMs };
}

describe('tries as a step of a profile makes them', () => {
  it('waits twice as long each time, or as long as the service asks', async () => {
    expect(await retry([broken, broken, busy])).toEqual({ ended: 'done', waitsMs: [1_000, 2_000, 7_000] });
  });

  it('gives up after the attempts of the profile with the last error', async () => {
    const { ended, waitsMs } = await retry([busy, busy, busy, busy, broken, broken]);
    expect(ended).toBe(broken);
    expect(waitsMs).toHaveLength(PROFILES.model.maximumAttempts - 1);
  });

  it('tries nothing again that will not get better, or that is a defect', async () => {
    const defect = new TypeError('x is undefined');
    expect(await retry([missing])).toEqual({ ended: missing, waitsMs: [] });
    expect(await retry([defect])).toEqual({ ended: defect, waitsMs: [] });
  });
});
