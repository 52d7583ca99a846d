import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { briefIngredients, briefOf } from './brief-of.ts';
import { writerOf } from './find-writer.ts';
import { defineActivity } from './run-activity.ts';
import { toStepOutput } from './to-step-output.ts';

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
        return { writer: writer.fingerprint, ...briefIngredients(plan, choice), slide: slide.sha256, seen };
      },
      run: async ({ plan, writer, slide, outline }, { attempt, signal }) => {
        const written = await writerOf(deps, writer).writeSlide(
          {
            brief: await briefOf(store, plan, writer, attempt),
            outline: await getJson(store, outline, outlineSchema),
            slide: await getJson(store, slide, outlineSlideSchema),
          },
          signal,
        );
        const { value: script } = written;
        return toStepOutput(written, {
          script: await putJson(store, script, slideScriptSchema),
          heading: script.heading,
        });
      },
    }),
  };
}
