import { extname } from 'node:path';
import { type SourceDocument, sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { WorkThread } from '../platform/work-thread.ts';
import { DOCUMENT_FORMATS } from './formats/format-table.ts';
import { type ProcessLimits, readInProcess } from './process/read-in-process.ts';
import type { DocumentInput } from './read-document.ts';
import { READING_LIMITS } from './reading-limits.ts';

/** Reads documents away from the thread that has heartbeats to send. Disposing of it ends its thread. */
export interface DocumentReader extends AsyncDisposable {
  /**
   * Does what `readDocument` does and throws what it throws, and DOCUMENT_UNREADABLE for a document that crashes its
   * reader or goes beyond the limits of time and memory. An abort ends it at once with the reason.
   */
  read(input: DocumentInput, signal: AbortSignal): Promise<SourceDocument>;
}

/** Whether reading takes only what the length says: text, and not too much of it. */
const isQuickToRead = (input: DocumentInput): boolean =>
  input.bytes.length <= READING_LIMITS.quickTextBytes && !DOCUMENT_FORMATS.some(({ isFormatOf }) => isFormatOf(input));

/** Creates a reader: short text in a thread that stays, all else in a process of its own. `limits` of such a process: READING_LIMITS. */
export function createDocumentReader(limits: ProcessLimits = READING_LIMITS): DocumentReader {
  const thread = new WorkThread(new URL(`./reading-thread${extname(import.meta.url)}`, import.meta.url));
  return {
    read: async (input, signal) =>
      isQuickToRead(input)
        ? sourceDocumentSchema.parse(await thread.run(input, signal))
        : readInProcess(input, limits, signal),
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  };
}
