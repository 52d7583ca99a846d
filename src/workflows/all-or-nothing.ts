import { CancellationScope } from '@temporalio/workflow';

/**
 * Runs work made of many steps. Its first failure, or a cancel from outside, cancels all steps under way and waits
 * for `settled`, so that nothing still writes when the run ends; then it fails with that first failure.
 */
export function allOrNothing<T>(work: () => Promise<T>, settled: () => Promise<void>): Promise<T> {
  return CancellationScope.cancellable(async () => {
    try {
      return await work();
    } catch (firstFailure) {
      CancellationScope.current().cancel();
      await CancellationScope.nonCancellable(settled);
      throw firstFailure;
    }
  });
}
