import { putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { embeddedWriterOf } from './find-writer.ts';
import { keepDrawable } from './keep-drawable.ts';
import { defineActivity } from './run-activity.ts';

/** Research, a part of Prepare: a topic becomes a document with licences to credit. Nothing here is reused. */
export function createResearchActivities(deps: ActivityDeps): Pick<Activities, 'researchTopic'> {
  const { documentReader, store, topicReader } = deps;
  return {
    researchTopic: defineActivity(store, {
      name: 'researchTopic',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const { language, topic } = plan;
        const { bytes, mediaType, name, references } = await topicReader.read({ topic: topic ?? '', language }, signal);
        const artifact = await store.put(bytes, mediaType);
        const read = await documentReader.read({ bytes, name, language }, signal);
        const { document, warnings } = keepDrawable(read);
        return {
          value: {
            ...plan,
            // Kept like a document that the user gave, from where a lost one is read anew.
            source: { artifact, name },
            sourceName: name,
            document: await putJson(store, document, sourceDocumentSchema),
            references,
            embeddedWriter: embeddedWriterOf(deps),
          },
          warnings,
        };
      },
    }),
  };
}
