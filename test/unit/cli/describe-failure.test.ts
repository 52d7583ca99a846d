import { describe, expect, it } from 'vitest';
import { describeFailure, exitCodeOfFailure } from '../../../src/cli/describe-failure.ts';
import type { RunSnapshot } from '../../../src/jobs/run-snapshot.ts';
import { FRESH_SNAPSHOT } from '../jobs/fresh-snapshot.ts';

const failed = (outcome: RunSnapshot['outcome']) =>
  describeFailure({ ...FRESH_SNAPSHOT, workflowId: 'lectra-water', project: 'water', closedAtMs: 1, outcome });

describe('exitCodeOfFailure', () => {
  it.each([
    [{ status: 'cancelled', code: null, message: null }, 130],
    [{ status: 'failed', code: 'SPEECH_FAILED', message: 'x' }, 1],
    [{ status: 'failed', code: 'VOICE_UNKNOWN', message: 'x' }, 2],
    [{ status: 'failed', code: 'TypeError', message: 'x' }, 1],
    [{ status: 'terminated', code: null, message: 'enough' }, 1],
  ] as const)('%j ends with %i', (outcome, exitCode) => {
    expect(exitCodeOfFailure(failed(outcome))).toBe(exitCode);
  });
});

describe('describeFailure', () => {
  it('names the command that carries a cancelled run on', () => {
    expect(failed({ status: 'cancelled', code: null, message: null }).message).toBe(
      'The run was cancelled; carry on with `lectra resume water`: finished steps are kept.',
    );
  });

  it('has a sentence also where the service gave none', () => {
    expect(failed({ status: 'timed-out', code: null, message: null }).message).toMatch(
      /\w.*finished steps are kept\.$/,
    );
  });

  it('names the run in the command that carries it on, which so can be copied', () => {
    const message = 'Start it. Then carry on with `lectra resume <project>`.';
    expect(failed({ status: 'failed', code: 'PROVIDER_UNREACHABLE', message }).message).toBe(
      'Start it. Then carry on with `lectra resume water`.',
    );
  });

  it('refuses a run that did not fail, since its result would be lost', () => {
    expect(() => failed({ status: 'completed', code: null, message: null })).toThrow('it is completed');
    expect(() => failed(null)).toThrow('it is open');
  });
});
