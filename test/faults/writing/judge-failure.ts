import { isErrorCode } from '../../../src/contract/error-codes.ts';
import { LectraError } from '../../../src/contract/errors.ts';

/** A sentence that people read to its end. */
const MOST_CHARACTERS = 600;

/** Returns what is wrong with the error that ended a lecture, one sentence each; none for one clear error. */
export function judgeFailure(error: unknown): readonly string[] {
  if (!(error instanceof LectraError)) {
    return [`The error is a defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
  const { code, message } = error;
  return [
    ...(isErrorCode(code) && code !== 'INTERNAL' ? [] : [`The error has the code ${code}: ${message}`]),
    ...(message.includes('\n') ? [`The message has several lines: ${message}`] : []),
    ...(message.length > MOST_CHARACTERS ? [`The message has ${message.length} characters: ${message}`] : []),
    ...(/\S/.test(message) ? [] : ['The message is empty.']),
  ];
}
