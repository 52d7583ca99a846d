import type { temporal } from '@temporalio/proto';

type Failure = temporal.api.failure.v1.IFailure;

/** TIMEOUT_TYPE_HEARTBEAT of temporal.api.enums.v1. */
const HEARTBEAT = 4;
/** What was wrong with an answer, then who wrote what so. */
const MOST_CHARACTERS = 240;

/** Returns why an attempt failed in a few words for a line of a log: its first sentence without the way out; null for no words. */
export function reasonOfFailure(failure: Failure): string | null {
  const limit = failure.timeoutFailureInfo;
  // Temporal's own words for a time limit name its mechanism, not what happened.
  if (limit) return limit.timeoutType === HEARTBEAT ? 'its worker fell silent' : 'it took longer than it may';
  const [line = ''] = (failure.message ?? '').trim().split('\n');
  // What is quoted has full stops of its own.
  const sentence = /^(?:“[^”]*”|.)*?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
  // Messages say what happened, then "; " and the way out, which is for the person to whom nobody tries again.
  const [reason = ''] = sentence.replace(/[.:]$/u, '').split('; ');
  if (reason === '') return null;
  return reason.length <= MOST_CHARACTERS ? reason : `${reason.slice(0, MOST_CHARACTERS - 1)}…`;
}
