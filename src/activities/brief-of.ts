import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import type { RunPlan, WriterChoice } from '../contract/plan.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import type { JsonValue } from '../shared/canonical-json.ts';
import type { LectureBrief } from '../writing/writer.ts';

/** Loads what a writer is told of a run. `attempt` counts from 1. */
export async function briefOf(
  store: ArtifactStore,
  plan: RunPlan,
  { model }: WriterChoice,
  attempt: number,
): Promise<LectureBrief> {
  const { audience, language, minutes, slides, tone, topic, variation } = plan;
  const document = plan.document === null ? null : await getJson(store, plan.document, sourceDocumentSchema);
  return { document, topic, language, slides, minutes, audience, tone, model, variation, attempt };
}

/** The same for a step key, without loading anything and without the length of the lecture. A model counts by its weights. */
export function briefIngredients(plan: RunPlan, { model, modelDigest }: WriterChoice) {
  const { audience, document, language, tone, topic, variation } = plan;
  return {
    document: document?.sha256 ?? null,
    topic,
    language,
    audience,
    tone,
    model: modelDigest ?? model,
    variation,
  } satisfies Record<string, JsonValue>;
}
