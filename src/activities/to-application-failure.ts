import { inspect } from 'node:util';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { ERROR_CODES, type ErrorCode } from '../contract/error-codes.ts';
import { LectraError, ProviderError, RenderError } from '../contract/errors.ts';
import { findSystemFailure } from '../platform/find-system-failure.ts';

/**
 * Converts whatever a step throws for the wire, where only `type` survives: type = code, retryable by the table of codes.
 * An error of the five families has its code; what the machine refused is named wherever it happens; everything else is
 * a defect, INTERNAL, and keeps its class and stack in `cause`. Temporal's own failures pass untouched.
 */
export function toApplicationFailure(error: unknown): TemporalFailure {
  if (error instanceof TemporalFailure) return error;
  if (error instanceof LectraError) return ofFamily(error);
  const system = findSystemFailure(error);
  return system === null ? ofDefect(error) : createFailure(system.code, system.message, { cause: error });
}

function ofFamily(error: LectraError): ApplicationFailure {
  const retryAfterMs = error instanceof ProviderError ? error.retryAfterMs : null;
  const toolOutputTail = error instanceof RenderError ? error.toolOutputTail : '';
  return createFailure(error.code, error.message, {
    cause: error.cause,
    ...(toolOutputTail === '' ? {} : { details: [{ toolOutputTail }] }),
    ...(retryAfterMs === null ? {} : { nextRetryDelay: retryAfterMs }),
  });
}

function ofDefect(error: unknown): ApplicationFailure {
  if (!(error instanceof Error))
    return createFailure('INTERNAL', `A step threw ${inspect(error, { depth: 0 })}, which is no error.`, {});
  const message = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  return createFailure('INTERNAL', message, { cause: error });
}

function createFailure(
  code: ErrorCode,
  message: string,
  {
    cause,
    ...more
  }: { readonly cause?: unknown; readonly details?: [{ toolOutputTail: string }]; readonly nextRetryDelay?: number },
): ApplicationFailure {
  return ApplicationFailure.create({
    message,
    type: code,
    nonRetryable: !ERROR_CODES[code].retryable,
    ...more,
    ...(cause instanceof Error ? { cause } : {}),
  });
}
