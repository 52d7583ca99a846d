import type { RunPlan } from '../contract/plan.ts';
import type { Warning } from '../contract/step-result.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { embeddedWriterOf } from './find-writer.ts';
import { keepDocument } from './keep-document.ts';

/** Returns the plan with the document that research finds, its source and the pages to credit. Throws TOPIC_UNKNOWN and PROVIDER_*. */
export async function readTopicUp(
  deps: ActivityDeps,
  plan: RunPlan,
  signal: AbortSignal,
): Promise<{ readonly plan: RunPlan; readonly warnings: readonly Warning[] }> {
  const { store, topicReader } = deps;
  const { language, topic } = plan;
  const reading = await topicReader.read({ topic: topic ?? '', language }, signal);
  const { bytes, mediaType, name, references } = reading;
  const artifact = await store.put(bytes, mediaType);
  const { ref, warnings } = await keepDocument(deps, { bytes, name, language }, signal);
  return {
    plan: {
      ...plan,
      // Kept like a document that the user gave, from where a lost one is read anew.
      source: { artifact, name },
      sourceName: name,
      document: ref,
      references,
      embeddedWriter: embeddedWriterOf(deps),
    },
    warnings: [...reading.warnings, ...warnings],
  };
}
