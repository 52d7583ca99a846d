import { extname } from 'node:path';
import { type SourceDocument, sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { WorkThread } from '../platform/work-thread.ts';

/** Reads documents away from the thread that has heartbeats to send. Disposing of it ends its thread. */
export interface DocumentReader extends AsyncDisposable {
  /** Does what `readDocument` does and throws what it throws. An abort ends it at once with the reason. */
  read(input: { readonly bytes: Uint8Array; readonly name: string }, signal: AbortSignal): Promise<SourceDocument>;
}

/** Creates a reader; a book of 300,000 words takes it about a second. */
export function createDocumentReader(): DocumentReader {
  const thread = new WorkThread(new URL(`./reading-thread${extname(import.meta.url)}`, import.meta.url));
  return {
    read: async (input, signal) => sourceDocumentSchema.parse(await thread.run(input, signal)),
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  };
}
