import { ActivityFailure, ApplicationFailure, isCancellation, TimeoutFailure } from '@temporalio/workflow';
import { ACTIVITY_STAGES, type ActivityName } from '../contract/activity-stages.ts';
import { ERROR_CODES, type ErrorCode, isErrorCode } from '../contract/error-codes.ts';
import { STAGES } from '../contract/stages.ts';

/** Returns the code of a step's failure, or null for a cancellation and for anything that is not a failed step. */
export function failureCodeOf(error: unknown): ErrorCode | null {
  if (isCancellation(error)) return null;
  if (error instanceof ApplicationFailure && isErrorCode(error.type)) return error.type;
  if (!(error instanceof ActivityFailure)) return null;
  if (error.cause instanceof TimeoutFailure) return 'STEP_TIMED_OUT';
  if (error.cause instanceof ApplicationFailure && isErrorCode(error.cause.type)) return error.cause.type;
  return 'INTERNAL';
}

/** Whether a probe found no worker at all on its queue. */
export function isNobodyThere(error: unknown): boolean {
  return (
    error instanceof ActivityFailure &&
    error.cause instanceof TimeoutFailure &&
    error.cause.timeoutType === 'SCHEDULE_TO_START'
  );
}

/** Turns a step's failure into the one error of the run: stage, slide, cause, and what to do next. */
export function toRunFailure(error: unknown, step: ActivityName, slideNumber: number | null): unknown {
  const code = failureCodeOf(error);
  if (code === null || isNobodyThere(error) || !(error instanceof ActivityFailure)) return error;
  const { number, name } = STAGES[ACTIVITY_STAGES[step]];
  const place = [
    number === null ? name : `stage ${number} (${name})`,
    slideNumber === null ? null : `slide ${slideNumber}`,
  ];
  const cause = describeCause(error);
  return ApplicationFailure.create({
    message: `${place.filter((part) => part !== null).join(', ')}: ${withFullStop(cause)}${adviceFor(code)}`,
    type: code,
    nonRetryable: true,
    cause: error,
    details: [{ code, step, slideNumber }],
  });
}

/** Temporal's own words for a time limit name its mechanism, not what happened. */
function describeCause(error: ActivityFailure): string {
  if (!(error.cause instanceof TimeoutFailure)) return error.cause?.message ?? error.message;
  return error.cause.timeoutType === 'HEARTBEAT'
    ? 'Its worker fell silent again and again, as one does that is killed or that has no memory left'
    : 'It took longer than it may, again and again';
}

const CARRY_ON = 'Carry on with `lectra resume <project>`: finished steps are kept.';

/**
 * What a person gave is answered by the message itself; what went wrong by itself gets the advice of its code. The message
 * of a provider's error names its way out, so that only the command is left to say.
 */
function adviceFor(code: ErrorCode): string {
  const { retryable, hint } = ERROR_CODES[code];
  if (!retryable) return code === 'ARTIFACT_MISSING' ? ` ${hint}` : '';
  return ` ${code.startsWith('PROVIDER_') ? CARRY_ON : hint}`;
}

function withFullStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
