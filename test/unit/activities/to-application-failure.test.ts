import {
  ApplicationFailure,
  CancelledFailure,
  DefaultFailureConverter,
  defaultPayloadConverter,
} from '@temporalio/common';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toApplicationFailure } from '../../../src/activities/to-application-failure.ts';
import { ERROR_CODES, type ErrorCode } from '../../../src/contract/error-codes.ts';
import { ConfigError, InputError, ProviderError, RenderError } from '../../../src/contract/errors.ts';
import { ProcessError } from '../../../src/platform/process-error.ts';

const CODES = Object.keys(ERROR_CODES).filter((code): code is ErrorCode => code in ERROR_CODES);

describe('toApplicationFailure', () => {
  test.each(CODES)('carries %s as the type, retryable by its row', (code) => {
    const failure = toApplicationFailure(new ConfigError(code, 'A sentence.'));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({
      type: code,
      message: 'A sentence.',
      nonRetryable: !ERROR_CODES[code].retryable,
      details: undefined,
      nextRetryDelay: undefined,
    });
  });

  test('asks Temporal to wait as long as the provider asked us', () => {
    const busy = new ProviderError('PROVIDER_RATE_LIMITED', 'busy', { provider: 'Edge', retryAfterMs: 1_500 });
    expect(toApplicationFailure(busy)).toMatchObject({ nextRetryDelay: 1_500, nonRetryable: false });
  });

  test('keeps what a tool printed, and the cause', () => {
    const cause = new Error('exit 1');
    const failed = new RenderError('FFMPEG_FAILED', 'failed', { toolOutputTail: 'last words' }, { cause });
    expect(toApplicationFailure(failed)).toMatchObject({ cause, details: [{ toolOutputTail: 'last words' }] });
  });

  test.each([
    ['ENOSPC', 'DISK_FULL', false],
    ['EACCES', 'FILE_FORBIDDEN', true],
    ['EROFS', 'FILE_FORBIDDEN', true],
    ['EMFILE', 'FILES_EXHAUSTED', false],
    ['EIO', 'DISK_FAILED', false],
    ['ENOMEM', 'MEMORY_EXHAUSTED', false],
    ['ERR_WORKER_OUT_OF_MEMORY', 'MEMORY_EXHAUSTED', false],
    ['ENOENT', 'INTERNAL', false],
  ])('names %s of the system %s, wherever it happens', (code, type, nonRetryable) => {
    const error = Object.assign(new Error(`${code}: open '/data/x'`), { code, path: '/data/x' });
    expect(toApplicationFailure(error)).toMatchObject({ type, nonRetryable, cause: error });
  });

  test('names a child process that was killed for its memory', () => {
    const killed = new ProcessError({ command: 'tool', exitCode: null, signalName: 'SIGKILL', stderrTail: '' });
    expect(toApplicationFailure(killed)).toMatchObject({ type: 'MEMORY_EXHAUSTED', nonRetryable: false });
  });

  test('makes a defect INTERNAL, and its class and stack survive the wire', () => {
    const defect = new RangeError('off by one');
    const failure = toApplicationFailure(defect);
    expect(failure).toMatchObject({ type: 'INTERNAL', message: 'RangeError: off by one', nonRetryable: false });
    const wire = new DefaultFailureConverter().errorToFailure(failure, defaultPayloadConverter);
    expect(wire.message).toBe('RangeError: off by one');
    expect(wire.cause?.stackTrace).toContain('to-application-failure.test.ts');
  });

  test('lets a failure of Temporal pass, so that a cancel stays one', () => {
    const cancelled = new CancelledFailure('CANCELLED');
    expect(toApplicationFailure(cancelled)).toBe(cancelled);
    const own = ApplicationFailure.nonRetryable('no', 'INPUT_INVALID');
    expect(toApplicationFailure(own)).toBe(own);
  });

  test('gives each thing that can be thrown a code of the table and words', () => {
    const family = fc.constantFrom(...CODES).map((code) => new InputError(code, 'A sentence.'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything({ withNullPrototype: true }),
          fc.string().map((text) => new Error(text)),
          family,
        ),
        (thrown) => {
          const failure = toApplicationFailure(thrown);
          return (
            failure instanceof ApplicationFailure &&
            failure.type != null &&
            failure.type in ERROR_CODES &&
            failure.message !== ''
          );
        },
      ),
    );
  });
});
