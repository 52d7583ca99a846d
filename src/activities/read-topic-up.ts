import { putJson } from '../artifacts/json-artifacts.ts';
import type { RunPlan } from '../contract/plan.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import type { Warning } from '../contract/step-result.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { embeddedWriterOf } from './find-writer.ts';
import { keepDrawable } from './keep-drawable.ts';

/** Returns the plan with the document that research finds, its source and the pages to credit. Throws TOPIC_UNKNOWN and PROVIDER_*. */
export async function readTopicUp(
  deps: ActivityDeps,
  plan: RunPlan,
  signal: AbortSignal,
): Promise<{ readonly plan: RunPlan; readonly warnings: readonly Warning[] }> {
  const { documentReader, store, topicReader } = deps;
  const { language, topic } = plan;
  const reading = await topicReader.read({ topic: topic ?? '', language }, signal);
  const { bytes, mediaType, name, references } = reading;
  const artifact = await store.put(bytes, mediaType);
  const { document, warnings } = keepDrawable(await documentReader.read({ bytes, name, language }, signal));
  return {
    plan: {
      ...plan,
      // Kept like a document that the user gave, from where a lost one is read anew.
      source: { artifact, name },
      sourceName: name,
      document: await putJson(store, document, sourceDocumentSchema),
      references,
      embeddedWriter: embeddedWriterOf(deps),
    },
    warnings: [...reading.warnings, ...warnings],
  };
}
