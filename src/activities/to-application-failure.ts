import { ApplicationFailure } from '@temporalio/common';
import { ERROR_CODES } from '../contract/error-codes.ts';
import { LectraError, ProviderError, RenderError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/**
 * Converts an error of the five families for the wire, where only `type` survives: type = code, retryable by the
 * table of codes. A full disk is named wherever it happens. Everything else is a defect and returned untouched.
 */
export function toApplicationFailure(error: unknown): unknown {
  if (isNodeError(error, 'ENOSPC', 'EDQUOT')) {
    return ApplicationFailure.create({
      message: `The disk is full${error.path === undefined ? '' : ` (while writing ${error.path})`}.`,
      type: 'DISK_FULL',
      nonRetryable: !ERROR_CODES.DISK_FULL.retryable,
      cause: error,
    });
  }
  if (!(error instanceof LectraError)) return error;
  const retryAfterMs = error instanceof ProviderError ? error.retryAfterMs : null;
  return ApplicationFailure.create({
    message: error.message,
    type: error.code,
    nonRetryable: !ERROR_CODES[error.code].retryable,
    ...(error instanceof RenderError && error.toolOutputTail !== ''
      ? { details: [{ toolOutputTail: error.toolOutputTail }] }
      : {}),
    ...(error.cause instanceof Error ? { cause: error.cause } : {}),
    ...(retryAfterMs === null ? {} : { nextRetryDelay: retryAfterMs }),
  });
}
