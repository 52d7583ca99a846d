import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { ERROR_CODES } from '../contract/error-codes.ts';
import { LectraError } from '../contract/errors.ts';

/** CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE of gRPC's status codes. */
const PASSING_STATUS: readonly number[] = [1, 2, 4, 8, 10, 13, 14];

/** True for an error that says "not now": the service restarts, the network is gone, or it has too much to do. */
export function isServiceAway(error: unknown): boolean {
  if (error instanceof LectraError) return ERROR_CODES[error.code].retryable;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && PASSING_STATUS.includes(cause.code);
}
