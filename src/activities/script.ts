import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { turnOf } from '../deck/turn-of.ts';
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
        const planned = await getJson(store, slide, outlineSlideSchema);
        const whole = await getJson(store, outline, outlineSchema);
        return {
          writer: writer.fingerprint,
          ...briefIngredients(plan, choice),
          slide: slide.sha256,
          seen: writer.matterOf({ outline: whole, slide: planned }),
          lecture: { title: whole.title, turn: turnOf(whole, planned.id) },
        };
      },
      run: async ({ plan, writer, slide, outline }, { attempt, signal }) => {
        const planned = await getJson(store, slide, outlineSlideSchema);
        const whole = await getJson(store, outline, outlineSchema);
        const written = await writerOf(deps, writer).writeSlide(
          { brief: await briefOf(store, plan, writer, attempt), outline: whole, slide: planned },
          signal,
        );
        const script = { ...written.value, lecture: { title: whole.title, turn: turnOf(whole, planned.id) } };
        return toStepOutput(written, {
          script: await putJson(store, script, slideScriptSchema),
          heading: script.heading,
        });
      },
    }),
  };
}
