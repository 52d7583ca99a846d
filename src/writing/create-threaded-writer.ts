import { extname } from 'node:path';
import { outlineSchema } from '../contract/schemas/outline.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { WorkThread } from '../platform/work-thread.ts';
import { createExtractiveWriter } from './create-extractive-writer.ts';
import type { Writer } from './writer.ts';
import { writtenByRule } from './written-by-rule.ts';

/**
 * Creates the writer that needs no model, working in a thread of its own: it takes a book of 300,000 words apart for
 * seconds. The thread remembers the last brief, so its slides cost nothing more. Disposing of it ends the thread.
 */
export function createThreadedWriter(): Writer & AsyncDisposable {
  const thread = new WorkThread(new URL(`./writing-thread${extname(import.meta.url)}`, import.meta.url));
  const { id, fingerprint, matterOf } = createExtractiveWriter();
  return {
    id,
    fingerprint,
    matterOf,
    writeOutline: async (brief, signal) =>
      writtenByRule(outlineSchema.parse(await thread.run({ kind: 'outline', brief: JSON.stringify(brief) }, signal))),
    writeSlide: async ({ brief, outline, slide }, signal) =>
      writtenByRule(
        slideScriptSchema.parse(
          await thread.run(
            { kind: 'slide', brief: JSON.stringify(brief), outline: JSON.stringify(outline), slide },
            signal,
          ),
        ),
      ),
    tagNarration: null,
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  };
}
