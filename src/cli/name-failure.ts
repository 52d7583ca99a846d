import { isGrpcServiceError } from '@temporalio/client';
import type { ErrorCode } from '../contract/error-codes.ts';
import { LectraError } from '../contract/errors.ts';
import { isServiceAway } from '../jobs/is-service-away.ts';
import { findSystemFailure } from '../platform/find-system-failure.ts';
import { listCauses } from '../platform/list-causes.ts';

/** PERMISSION_DENIED and UNAUTHENTICATED of https://grpc.io/docs/guides/status-codes/ */
const REFUSED: readonly number[] = [7, 16];

/** Returns the code and the sentence of an error that ends a command; null for a defect, which has none. */
export function nameFailure(error: unknown): { readonly code: ErrorCode; readonly message: string } | null {
  if (error instanceof LectraError) return error;
  const system = findSystemFailure(error);
  if (system !== null) return system;
  const ofTemporal = listCauses(error).find((cause) => isGrpcServiceError(cause));
  if (ofTemporal === undefined) return null;
  if (REFUSED.includes(Number(ofTemporal.code))) {
    const message = `The Temporal service refuses this (${ofTemporal.details}); check TEMPORAL_API_KEY and TEMPORAL_NAMESPACE.`;
    return { code: 'PROVIDER_REFUSED', message };
  }
  if (!isServiceAway(ofTemporal)) return null;
  const message = `The Temporal service does not answer now (${ofTemporal.details}); \`lectra doctor\` shows what is wrong.`;
  return { code: 'SERVICE_UNAVAILABLE', message };
}
