import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { writerOf } from './find-writer.ts';
import { loadDocument } from './load-document.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 2, Generate Script: heading, points and narration of one slide. */
export function createScriptActivities(deps: ActivityDeps): Pick<Activities, 'writeSlide'> {
  const { store } = deps;
  return {
    writeSlide: defineActivity(store, {
      name: 'writeSlide',
      ingredients: async ({ plan, writer: choice, slide, outline }) => {
        const writer = writerOf(deps, choice);
        const seen = writer.matterOf({
          outline: await getJson(store, outline, outlineSchema),
          slide: await getJson(store, slide, outlineSlideSchema),
        });
        return {
          writer: writer.fingerprint,
          model: choice.model,
          document: plan.document?.sha256 ?? null,
          slide: slide.sha256,
          seen,
          language: plan.language,
          variation: plan.variation,
        };
      },
      run: async ({ plan, writer, slide, outline }, { signal }) => {
        const script = await writerOf(deps, writer).writeSlide(
          {
            document: await loadDocument(store, plan),
            outline: await getJson(store, outline, outlineSchema),
            slide: await getJson(store, slide, outlineSlideSchema),
          },
          signal,
        );
        return { value: { script: await putJson(store, script, slideScriptSchema), heading: script.heading } };
      },
    }),
  };
}
