/** What must hold for the lecture of one document, beside what must hold for all. */
export interface LectureExpectations {
  /** Code of the error that refuses it, in one sentence; absent for a document that makes a lecture. */
  readonly refusedWith?: string;
  /** Text of the document title; the cover shows it. */
  readonly title?: string;
  readonly language?: string;
  /** Words that no slide shows or says: menus, running heads, footnotes, code. */
  readonly absent?: readonly RegExp[];
  /** Words that some slide shows or says. */
  readonly present?: readonly RegExp[];
  /** Layouts that the matter asks for. */
  readonly layouts?: readonly string[];
  /** Whether passages have pages of the source. */
  readonly hasPages?: boolean;
  /** How many pages of the source hold matter, at least. */
  readonly minPages?: number;
}

/** A document of the corpus. */
export interface CorpusDocument {
  /** File name; its end names the format. */
  readonly name: string;
  readonly makeBytes: () => Uint8Array | Promise<Uint8Array>;
  /** Slides asked for. */
  readonly slides: number;
  readonly expect: LectureExpectations;
}
