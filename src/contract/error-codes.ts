/** What one error code means to a machine and to a person. */
export interface ErrorCodeRow {
  /** Whether the same call may succeed when tried again. */
  readonly retryable: boolean;
  readonly httpStatus: number;
  /** 1 a failed run, 2 wrong usage. */
  readonly exitCode: 1 | 2;
  /** What the user does next, one sentence. */
  readonly hint: string;
}

/** Every failure that Lectra can name. A code without a row does not compile. */
export const ERROR_CODES = {
  INPUT_INVALID: {
    retryable: false,
    httpStatus: 400,
    exitCode: 2,
    hint: 'Correct the value that the message names and start again.',
  },
  SOURCE_MISSING: {
    retryable: false,
    httpStatus: 404,
    exitCode: 2,
    hint: 'Check the path, or put a topic in quotes that does not look like a path.',
  },
  SOURCE_FORBIDDEN: {
    retryable: false,
    httpStatus: 403,
    exitCode: 2,
    hint: 'Use `lectra generate FILE`, or set LECTRA_SOURCE_DIRS and start the host again with `lectra down` and `lectra up`.',
  },
  DOCUMENT_UNREADABLE: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    hint: 'Save the document as UTF-8 Markdown or plain text and start again.',
  },
  DOCUMENT_TOO_THIN: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    hint: 'Give a document with at least a few full sentences of prose.',
  },
  LANGUAGE_UNSUPPORTED: { retryable: false, httpStatus: 422, exitCode: 1, hint: 'Give a document in English.' },
  WRITER_UNAVAILABLE: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    hint: 'Give a document instead of a topic alone.',
  },
  RUN_EXISTS: {
    retryable: false,
    httpStatus: 409,
    exitCode: 1,
    hint: 'Attach to the open run, cancel it, or choose another --project.',
  },
  RUN_NOT_FOUND: {
    retryable: false,
    httpStatus: 404,
    exitCode: 2,
    hint: 'Run `lectra list` to see the runs that Temporal knows.',
  },
  CONFIG_INVALID: {
    retryable: false,
    httpStatus: 500,
    exitCode: 2,
    hint: 'Correct the setting that the message names; `lectra doctor` prints all of them.',
  },
  ENGINE_MISSING: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    hint: 'Run `lectra doctor`: it names what is missing and the command that installs it.',
  },
  SERVICE_UNAVAILABLE: {
    retryable: true,
    httpStatus: 503,
    exitCode: 1,
    hint: 'Run `lectra doctor` to see what answers and what does not.',
  },
  STORE_MISMATCH: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    hint: 'Point every worker of this Temporal service at the same artifact store.',
  },
  VOICE_UNKNOWN: {
    retryable: false,
    httpStatus: 400,
    exitCode: 2,
    hint: 'Choose one of the voices that the message lists.',
  },
  SPEECH_FAILED: {
    retryable: true,
    httpStatus: 502,
    exitCode: 1,
    hint: 'Run `lectra doctor`; if the engine is there, start the run again: finished steps are kept.',
  },
  PICTURE_UNUSABLE: { retryable: false, httpStatus: 502, exitCode: 1, hint: 'The slide gets a drawn picture instead.' },
  TEXT_OVERFLOW: { retryable: false, httpStatus: 422, exitCode: 1, hint: 'Shorten the text that the message names.' },
  DECK_INVALID: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    hint: 'This is a fault in Lectra: report it with this message and the folder of the run.',
  },
  RENDER_FAILED: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    hint: 'Start the run again: finished steps are kept.',
  },
  FFMPEG_FAILED: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    hint: 'Run `lectra doctor` to check ffmpeg, then start the run again: finished steps are kept.',
  },
  ARTIFACT_MISSING: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    hint: 'Start the run again: the missing step is made anew.',
  },
  DISK_FULL: {
    retryable: true,
    httpStatus: 507,
    exitCode: 1,
    hint: 'Free some disk space and start the run again: finished steps are kept.',
  },
  STEP_TIMED_OUT: {
    retryable: true,
    httpStatus: 504,
    exitCode: 1,
    hint: 'Run `lectra doctor`, then start the run again: finished steps are kept.',
  },
  INTERNAL: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    hint: 'This is a fault of Lectra; please report it with the output of `lectra report`. Finished steps are kept.',
  },
  OUTPUT_UNWRITABLE: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    hint: 'Choose a folder that you may write to with --out or LECTRA_OUTPUT_DIR.',
  },
} as const satisfies Record<string, ErrorCodeRow>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a value, such as the type of a failure that came over the wire, is one of our codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
