export interface ProcessFailure {
  readonly command: string;
  /** Null when a signal ended the program or when it could not be started. */
  readonly exitCode: number | null;
  readonly signalName: string | null;
  /** The end of what the program printed on stderr. */
  readonly stderrTail: string;
}

/** A program that ended badly. Callers turn it into an error of one of the five families; a failed start has the system error as cause. */
export class ProcessError extends Error {
  readonly exitCode: number | null;
  readonly signalName: string | null;
  readonly stderrTail: string;

  constructor(failure: ProcessFailure, options?: ErrorOptions) {
    super(`${failure.command} ${describeEnd(failure)}`, options);
    this.name = 'ProcessError';
    this.exitCode = failure.exitCode;
    this.signalName = failure.signalName;
    this.stderrTail = failure.stderrTail;
  }
}

function describeEnd(failure: ProcessFailure): string {
  if (failure.signalName !== null) return `was ended by ${failure.signalName}.`;
  if (failure.exitCode !== null) return `ended with exit code ${failure.exitCode}.`;
  return 'could not be started.';
}
