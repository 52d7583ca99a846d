import { extname } from 'node:path';
import { outlineSchema } from '../contract/schemas/outline.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { WorkThread } from '../platform/work-thread.ts';
import { createExtractiveWriter } from './create-extractive-writer.ts';
import type { Writer } from './writer.ts';

/**
 * Creates the writer that needs no model, working in a thread of its own: it takes a book of 300,000 words apart for
 * seconds. The thread remembers the last document, so its slides cost nothing more. Disposing of it ends the thread.
 */
export function createThreadedWriter(): Writer & AsyncDisposable {
  const thread = new WorkThread(new URL(`./writing-thread${extname(import.meta.url)}`, import.meta.url));
  const { id, fingerprint, matterOf } = createExtractiveWriter();
  return {
    id,
    fingerprint,
    matterOf,
    writeOutline: async ({ document, slides, language }, signal) =>
      outlineSchema.parse(
        await thread.run({ kind: 'outline', document: JSON.stringify(document), slides, language }, signal),
      ),
    writeSlide: async ({ document, outline, slide }, signal) =>
      slideScriptSchema.parse(
        await thread.run(
          { kind: 'slide', document: JSON.stringify(document), outline: JSON.stringify(outline), slide },
          signal,
        ),
      ),
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  };
}
