import { putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { writerOf } from './find-writer.ts';
import { loadDocument } from './load-document.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 1, Generate Outline: decides all that slides must agree on. */
export function createOutlineActivities(deps: ActivityDeps): Pick<Activities, 'writeOutline'> {
  const { store } = deps;
  return {
    writeOutline: defineActivity(store, {
      name: 'writeOutline',
      ingredients: ({ plan, writer }) => ({
        writer: writerOf(deps, writer).fingerprint,
        model: writer.model,
        document: plan.document?.sha256 ?? null,
        topic: plan.topic,
        language: plan.language,
        slides: plan.slides,
        variation: plan.variation,
      }),
      run: async ({ plan, writer }, { signal }) => {
        const document = await loadDocument(store, plan);
        const outline = await writerOf(deps, writer).writeOutline(
          { document, slides: plan.slides, language: plan.language },
          signal,
        );
        const slides = await Promise.all(
          outline.slides.map(async (slide) => ({
            id: slide.id,
            slide: await putJson(store, slide, outlineSlideSchema),
            wantsPicture: slide.pictureKeywords !== null,
          })),
        );
        return { value: { title: outline.title, outline: await putJson(store, outline, outlineSchema), slides } };
      },
    }),
  };
}
