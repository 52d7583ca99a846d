/** Matter of one content slide: neighbouring passages under one or more headings. */
export interface Topic {
  /** Headings that the passages stand under, in order; empty for matter without a heading. */
  readonly headingPaths: readonly (readonly string[])[];
  readonly passageIds: readonly string[];
  /** Whether the title of its section stands on the slide before: it needs a statement of its own. */
  readonly isContinuation: boolean;
  /** Words of usable sentences. */
  readonly wordCount: number;
  /** Sentences that can be rows. */
  readonly pointCount: number;
}
