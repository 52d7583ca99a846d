import type { PresentationResult } from '../../src/contract/result.ts';

/** A failure as the caller of a run gets it. */
export interface RunFailure {
  /** The type of the failure and, below it, of each cause that has one: the one error, told once. */
  readonly types: readonly (string | null)[];
  readonly message: string;
}

/** How a run ended. `hung` is the answer of the watchdog, `unknown` any other end than the two that are fair. */
export type RunEnd =
  | { readonly kind: 'completed'; readonly result: PresentationResult }
  | { readonly kind: 'failed'; readonly failure: RunFailure }
  | { readonly kind: 'hung'; readonly afterMs: number }
  | { readonly kind: 'unknown'; readonly error: string };

/** All that is looked at after a run has ended. */
export interface RunEvidence {
  readonly end: RunEnd;
  readonly wantsVideo: boolean;
  /** Everything below the output folder, hidden files too, with forward slashes. */
  readonly files: readonly string[];
  /** What is wrong inside of files that are there. */
  readonly fileProblems: readonly string[];
  /** Slides whose picture was drawn although a provider was asked for one. */
  readonly drawnSlides: readonly number[];
  /** Whoever should have written and spoken, had it answered at the start. */
  readonly wanted: { readonly writer: string; readonly speech: string };
  /** Steps that history or the service shows as not ended. */
  readonly openSteps: readonly string[];
  /** Calls that a stand-in still serves. */
  readonly openCalls: readonly string[];
}
