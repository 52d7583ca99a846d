/**
 * What lectures of one language are made of. `{a}`, `{b}` and `{c}` stand for things such as "quiet harbour". Frames of one
 * list share no three words, so that a slide that uses each once does not repeat itself.
 */
export interface LectureWords {
  readonly qualities: readonly string[];
  /** Singular, so that frames fit all of them. */
  readonly things: readonly string[];
  readonly headings: readonly string[];
  readonly claims: readonly string[];
  readonly points: readonly string[];
  /** Whole sentences without a full stop. */
  readonly sentences: readonly string[];
  /** Ends that make a sentence longer. */
  readonly tails: readonly string[];
  /** First sentence of a lecture. */
  readonly welcome: string;
  readonly subtitle: string;
  readonly closing: string;
  readonly meaning: string;
  readonly shows: string;
  readonly columns: readonly string[];
  readonly fullStop: string;
}
