import type { Reference } from '../contract/plan.ts';

/** What was read about a topic: a document like one that a user gives, and the pages that it was taken from. */
export interface TopicReading {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What to show and to cite, such as "Tide (Wikipedia)". */
  readonly name: string;
  readonly references: readonly Reference[];
}

/** Reads a topic up. Throws TOPIC_UNKNOWN when nothing is found, and what the wire throws. */
export interface TopicReader {
  read(wanted: { readonly topic: string; readonly language: string }, signal: AbortSignal): Promise<TopicReading>;
}
