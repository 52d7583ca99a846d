import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { putJson } from '../artifacts/json-artifacts.ts';
import type { Activities, PlannedLecture } from '../contract/activities.ts';
import { type Outline, outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { briefIngredients, briefOf } from './brief-of.ts';
import { writerOf } from './find-writer.ts';
import { readApprovedOutline } from './read-approved-outline.ts';
import { defineActivity } from './run-activity.ts';
import { toStepOutput } from './to-step-output.ts';
import { warnOfOtherLanguage } from './warn-of-other-language.ts';

/** Stage 1, Generate Outline: decides all that slides must agree on. */
export function createOutlineActivities(deps: ActivityDeps): Pick<Activities, 'writeOutline' | 'takeOutline'> {
  const { store } = deps;
  return {
    writeOutline: defineActivity(store, {
      name: 'writeOutline',
      ingredients: ({ plan, writer }) => ({
        writer: writerOf(deps, writer).fingerprint,
        ...briefIngredients(plan, writer),
        slides: plan.slides,
        minutes: plan.minutes,
      }),
      run: async ({ plan, writer }, { attempt, signal }) => {
        const brief = await briefOf(store, plan, writer, attempt);
        const written = await writerOf(deps, writer).writeOutline(brief, signal);
        const warnings = [...written.warnings, ...warnOfOtherLanguage(brief, writer)];
        return toStepOutput({ ...written, warnings }, await keepOutline(store, written.value));
      },
    }),
    takeOutline: defineActivity(store, {
      name: 'takeOutline',
      ingredients: null,
      run: async (input) => ({ value: await keepOutline(store, await readApprovedOutline(store, input)) }),
    }),
  };
}

async function keepOutline(store: ArtifactStore, outline: Outline): Promise<PlannedLecture> {
  const slides = await Promise.all(
    outline.slides.map(async (slide) => ({
      id: slide.id,
      slide: await putJson(store, slide, outlineSlideSchema),
      wantsPicture: slide.pictureKeywords !== null,
    })),
  );
  return { title: outline.title, outline: await putJson(store, outline, outlineSchema), slides };
}
