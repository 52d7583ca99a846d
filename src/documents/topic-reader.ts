import type { Reference } from '../contract/plan.ts';
import type { Warning } from '../contract/step-result.ts';

/** What was read about a topic: a document like one that a user gives, and the pages that it was taken from. */
export interface TopicReading {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What to show and to cite beside the title of the document: "Wikipedia, CC BY-SA 4.0". */
  readonly name: string;
  /** At least one. */
  readonly references: readonly Reference[];
  /** What the user should know of the choice of pages, one sentence each. */
  readonly warnings: readonly Warning[];
}

/** Reads a topic up. Throws TOPIC_UNKNOWN when nothing is found, and what the wire throws. */
export interface TopicReader {
  /** `language` is an ISO 639-1 code; what is read is in that language. */
  read(wanted: { readonly topic: string; readonly language: string }, signal: AbortSignal): Promise<TopicReading>;
}
