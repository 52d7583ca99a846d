import type { DocumentBlocks } from '../blocks/document-block.ts';

/** A document as it was given. */
export interface SourceBytes {
  readonly bytes: Uint8Array;
  /** File name without folders, to cite and to name in refusals. */
  readonly name: string;
}

/**
 * Takes a document of one format apart. Throws InputError DOCUMENT_UNREADABLE, in one sentence with the name and the way
 * out, for what it knows to be wrong; anything else that it throws is told as a damaged document. It may keep the text as
 * the format has it: control characters, line ends and Unicode forms are cleaned afterwards.
 */
export type FormatReader = (source: SourceBytes) => Promise<DocumentBlocks>;

export interface DocumentFormat {
  /** As people call it: "PDF". */
  readonly title: string;
  /** Whether the bytes, or in doubt the name, say that it is of this format; it must not unpack anything. */
  readonly isFormatOf: (source: SourceBytes) => boolean;
  /** Loaded when it is needed: a library for PDF takes longer to start than a page of Markdown to read. */
  readonly loadReader: () => Promise<FormatReader>;
}
