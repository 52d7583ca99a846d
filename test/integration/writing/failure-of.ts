import { LectraError } from '../../../src/contract/errors.ts';

/** The error of one of our families that a promise fails with; throws whatever else it comes to. */
export async function failureOf(promise: Promise<unknown>): Promise<LectraError> {
  const error = await promise.then(
    (value) => new Error(`It succeeded: ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LectraError)) throw error;
  return error;
}
