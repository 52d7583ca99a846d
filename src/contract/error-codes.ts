import type { Stage } from './stages.ts';

/** What one error code means to a machine and to a person. */
export interface ErrorCodeRow {
  /** Whether the same call may succeed when tried again. */
  readonly retryable: boolean;
  readonly httpStatus: number;
  /** 1 a failed run, 2 wrong usage. */
  readonly exitCode: 1 | 2;
  /** Where it can arise: in these stages, or in a command outside a run; `any` means all of them. */
  readonly stages: readonly (Stage | 'command')[] | 'any';
  /** What the user does next, one sentence. */
  readonly hint: string;
}

/** The stages that ask a model or a service outside Lectra, and the one that probes for it. */
const PROVIDER_STAGES = ['prepare', 'outline', 'script', 'images', 'prosody', 'speech'] as const;

/** Every failure that Lectra can name. A code without a row does not compile. */
export const ERROR_CODES = {
  INPUT_INVALID: {
    retryable: false,
    httpStatus: 400,
    exitCode: 2,
    stages: 'any',
    hint: 'Correct the value that the message names and start again.',
  },
  SOURCE_MISSING: {
    retryable: false,
    httpStatus: 404,
    exitCode: 2,
    stages: ['command', 'prepare'],
    hint: 'Check the path, or put a topic in quotes that does not look like a path.',
  },
  SOURCE_FORBIDDEN: {
    retryable: false,
    httpStatus: 403,
    exitCode: 2,
    stages: ['prepare'],
    hint: 'Use `lectra generate FILE`, or set LECTRA_SOURCE_DIRS and start the host again with `lectra down` and `lectra up`.',
  },
  ADDRESS_FORBIDDEN: {
    retryable: false,
    httpStatus: 403,
    exitCode: 2,
    stages: ['command'],
    hint: 'Save the page and give the file, or name its host in LECTRA_ALLOWED_HOSTS.',
  },
  DOCUMENT_UNREADABLE: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    stages: ['command', 'prepare'],
    hint: 'Do what the message says: give a sound copy without a password, or the text as .docx, .md or .txt.',
  },
  DOCUMENT_TOO_THIN: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    stages: ['prepare', 'outline'],
    hint: 'Give a document with at least a few full sentences of prose.',
  },
  LANGUAGE_UNSUPPORTED: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    stages: ['prepare', 'outline', 'script'],
    hint: 'Give a document in English.',
  },
  WRITER_UNAVAILABLE: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    stages: ['command', 'prepare', 'outline', 'script', 'prosody'],
    hint: 'Give a document instead of a topic alone.',
  },
  TOPIC_UNKNOWN: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    stages: ['prepare'],
    hint: 'Word the topic otherwise, or leave out --research.',
  },
  VOICE_UNKNOWN: {
    retryable: false,
    httpStatus: 400,
    exitCode: 2,
    stages: ['prepare', 'speech'],
    hint: 'Choose one of the voices that the message lists.',
  },
  RUN_EXISTS: {
    retryable: false,
    httpStatus: 409,
    exitCode: 1,
    stages: ['command'],
    hint: 'Attach to the open run, cancel it, or choose another --project.',
  },
  RUN_NOT_FOUND: {
    retryable: false,
    httpStatus: 404,
    exitCode: 2,
    stages: ['command'],
    hint: 'Run `lectra list` to see the runs that Temporal knows.',
  },
  RUN_OPEN: {
    retryable: false,
    httpStatus: 409,
    exitCode: 2,
    stages: ['command'],
    hint: 'Watch the open run with `lectra attach <project>`, or cancel it first with `lectra cancel <project>`.',
  },
  RUN_FINISHED: {
    retryable: false,
    httpStatus: 409,
    exitCode: 2,
    stages: ['command'],
    hint: 'Find its files with `lectra status <project>`, or start a new run with `lectra generate`.',
  },
  APPROVAL_REFUSED: {
    retryable: false,
    httpStatus: 409,
    exitCode: 2,
    stages: ['command'],
    hint: 'Run `lectra status <project>` to see what the run does.',
  },
  OUTLINE_UNUSABLE: {
    retryable: false,
    httpStatus: 422,
    exitCode: 2,
    stages: ['command', 'outline'],
    hint: 'Print the outline anew with `lectra approve <project> --print`, edit that, and approve it.',
  },
  RUN_UNRECORDED: {
    retryable: false,
    httpStatus: 409,
    exitCode: 1,
    stages: ['command'],
    hint: 'Start it again with `lectra generate`: it ended before there was anything to carry on from.',
  },
  RUN_STUCK: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: ['command'],
    hint: 'End it with `lectra temporal workflow terminate --workflow-id <workflow id>`, then carry on from its finished steps with `lectra resume <project>`.',
  },
  RECORD_TOO_NEW: {
    retryable: false,
    httpStatus: 409,
    exitCode: 1,
    stages: ['command'],
    hint: 'Update Lectra to the version that wrote it or a later one, or start a new run with `lectra generate`.',
  },
  CONFIG_INVALID: {
    retryable: false,
    httpStatus: 500,
    exitCode: 2,
    stages: 'any',
    hint: 'Correct the setting that the message names; `lectra doctor` prints all of them.',
  },
  ENGINE_MISSING: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: 'any',
    hint: 'Run `lectra doctor`, which names what is missing and the command that installs it, then carry on with `lectra resume <project>`.',
  },
  SERVICE_UNAVAILABLE: {
    retryable: true,
    httpStatus: 503,
    exitCode: 1,
    stages: ['command'],
    hint: 'Run `lectra doctor` to see what answers and what does not.',
  },
  STORE_MISMATCH: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: 'any',
    hint: 'Point every worker of this Temporal service at the same artifact store, then carry on with `lectra resume <project>`.',
  },
  MODEL_MISSING: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: PROVIDER_STAGES,
    hint: 'Install the model that the message names or choose another one, then carry on with `lectra resume <project>`.',
  },
  CONTEXT_EXCEEDED: {
    retryable: false,
    httpStatus: 422,
    exitCode: 1,
    stages: ['outline', 'script', 'prosody'],
    hint: 'Raise LECTRA_CONTEXT_TOKENS as far as the memory allows, or give a shorter document, then carry on with `lectra resume <project>`.',
  },
  PROVIDER_UNSUITABLE: {
    retryable: false,
    httpStatus: 502,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Correct the address or update the service, as the message says, then carry on with `lectra resume <project>`.',
  },
  PROVIDER_UNREACHABLE: {
    retryable: true,
    httpStatus: 503,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Check the network and that the service runs (`lectra doctor`), then carry on with `lectra resume <project>`.',
  },
  PROVIDER_UNTRUSTED: {
    retryable: false,
    httpStatus: 502,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Correct the address or the certificate of the service, then carry on with `lectra resume <project>`.',
  },
  PROVIDER_TIMED_OUT: {
    retryable: true,
    httpStatus: 504,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Check that the service is not overloaded, then carry on with `lectra resume <project>`.',
  },
  PROVIDER_RATE_LIMITED: {
    retryable: true,
    httpStatus: 503,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Wait until the service takes requests again, then carry on with `lectra resume <project>`.',
  },
  PROVIDER_REFUSED: {
    retryable: false,
    httpStatus: 502,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Correct what the service refuses (key, permission, model or voice), then carry on with `lectra resume <project>`.',
  },
  PROVIDER_FAILED: {
    retryable: true,
    httpStatus: 502,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Look into the log of the service, then carry on with `lectra resume <project>`.',
  },
  PROVIDER_BAD_OUTPUT: {
    retryable: true,
    httpStatus: 502,
    exitCode: 1,
    stages: ['command', ...PROVIDER_STAGES],
    hint: 'Carry on with `lectra resume <project>`, and choose another model or engine if it happens again.',
  },
  SPEECH_FAILED: {
    retryable: true,
    httpStatus: 502,
    exitCode: 1,
    stages: ['speech'],
    hint: 'Run `lectra doctor`; if the engine is there, carry on with `lectra resume <project>`.',
  },
  PICTURE_UNUSABLE: {
    retryable: false,
    httpStatus: 502,
    exitCode: 1,
    stages: ['images', 'pptx'],
    hint: 'The slide gets a drawn picture instead.',
  },
  DECK_INVALID: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: ['pptx'],
    hint: 'This is a fault in Lectra: report it with this message and the folder of the run.',
  },
  RENDER_FAILED: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    stages: ['images', 'pptx', 'video'],
    hint: 'Carry on with `lectra resume <project>`: finished steps are kept.',
  },
  FFMPEG_FAILED: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    stages: ['speech', 'video'],
    hint: 'Run `lectra doctor` to check ffmpeg, then carry on with `lectra resume <project>`.',
  },
  ARTIFACT_MISSING: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: 'any',
    hint: 'Carry on with `lectra resume <project>`: the missing step is made anew.',
  },
  OUTPUT_UNWRITABLE: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: ['command', 'publish'],
    hint: 'Choose a folder that you may write to with --out or LECTRA_OUTPUT_DIR.',
  },
  FILE_FORBIDDEN: {
    retryable: false,
    httpStatus: 500,
    exitCode: 1,
    stages: 'any',
    hint: 'Give the user that runs Lectra access to the path that the message names, then carry on with `lectra resume <project>`.',
  },
  DISK_FULL: {
    retryable: true,
    httpStatus: 507,
    exitCode: 1,
    stages: 'any',
    hint: 'Free some disk space, then carry on with `lectra resume <project>`: finished steps are kept.',
  },
  DISK_FAILED: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    stages: 'any',
    hint: 'Check the disk or the network share that the message names, then carry on with `lectra resume <project>`.',
  },
  FILES_EXHAUSTED: {
    retryable: true,
    httpStatus: 503,
    exitCode: 1,
    stages: 'any',
    hint: 'Raise the limit of open files (`ulimit -n`) and start the host again with `lectra down`, then carry on with `lectra resume <project>`.',
  },
  MEMORY_EXHAUSTED: {
    retryable: true,
    httpStatus: 503,
    exitCode: 1,
    stages: 'any',
    hint: 'Close other programs or give the machine more memory, then carry on with `lectra resume <project>`.',
  },
  STEP_TIMED_OUT: {
    retryable: true,
    httpStatus: 504,
    exitCode: 1,
    stages: 'any',
    hint: 'Run `lectra doctor`, then carry on with `lectra resume <project>`: finished steps are kept.',
  },
  INTERNAL: {
    retryable: true,
    httpStatus: 500,
    exitCode: 1,
    stages: 'any',
    hint: 'This is a fault of Lectra: report it with the output of `lectra report`, then carry on with `lectra resume <project>`.',
  },
} as const satisfies Record<string, ErrorCodeRow>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a value, such as the type of a failure that came over the wire, is one of our codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
