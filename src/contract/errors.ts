import type { ErrorCode } from './error-codes.ts';

/** Base of the five families. The message holds the value received and the next step for the user. */
export abstract class LectraError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

/** The user's request or document is unusable. */
export class InputError extends LectraError {}

/** The installation lacks something. */
export class ConfigError extends LectraError {}

/** An outside model or service failed. */
export class ProviderError extends LectraError {
  readonly provider: string;
  readonly statusCode: number | null;
  /** How long the provider asked us to wait, in milliseconds, or null. */
  readonly retryAfterMs: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    details: { readonly provider: string; readonly statusCode?: number; readonly retryAfterMs?: number },
    options?: ErrorOptions,
  ) {
    super(code, message, options);
    this.provider = details.provider;
    this.statusCode = details.statusCode ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** Drawing, PPTX or ffmpeg failed. */
export class RenderError extends LectraError {
  /** The last lines that the tool printed, or an empty string. */
  readonly toolOutputTail: string;

  constructor(
    code: ErrorCode,
    message: string,
    details: { readonly toolOutputTail?: string } = {},
    options?: ErrorOptions,
  ) {
    super(code, message, options);
    this.toolOutputTail = details.toolOutputTail ?? '';
  }
}

/** Bytes are missing or do not match their hash. */
export class ArtifactError extends LectraError {}
