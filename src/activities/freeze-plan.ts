import { InputError } from '../contract/errors.ts';
import type { RunPlan } from '../contract/plan.ts';
import type { ResolvedRequest } from '../contract/schemas/request.ts';
import type { Warning } from '../contract/step-result.ts';
import { slidesForMinutes } from '../narration/slides-for-minutes.ts';
import { projectNameFrom } from '../shared/project-name.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { chooseEmbeddedVoice } from './choose-voice.ts';
import { embeddedWriterOf } from './find-writer.ts';
import { keepDocument } from './keep-document.ts';
import { readRequestSource } from './read-request-source.ts';
import { takeTopic } from './take-topic.ts';

interface FrozenPlan {
  readonly plan: RunPlan;
  readonly warnings: readonly Warning[];
}

/** Reads the source and decides all that a new run depends on. Throws InputErrors. */
export async function freezePlan(
  deps: ActivityDeps,
  request: ResolvedRequest,
  signal: AbortSignal,
): Promise<FrozenPlan> {
  if (request.topic === undefined && request.source === undefined) {
    throw new InputError(
      'INPUT_INVALID',
      'The request has neither a topic nor a source; give {"source":{"path":"/…"}} or {"topic":"…"}.',
    );
  }
  if (request.research && (request.topic === undefined || request.source !== undefined)) {
    throw new InputError(
      'INPUT_INVALID',
      'The request has a document and "research", which reads up on a topic alone; leave out one of them.',
    );
  }
  const source = request.source === undefined ? null : await readRequestSource(deps, request.source, signal);
  const wantedLanguage = request.language ?? null;
  const kept = source === null ? null : await keepDocument(deps, { ...source, language: wantedLanguage }, signal);
  const documentLanguage = kept?.document.language ?? null;
  const topic = request.topic === undefined ? null : takeTopic(request.topic, wantedLanguage ?? documentLanguage);
  const language = wantedLanguage ?? documentLanguage ?? topic?.language ?? 'en';
  const plan: RunPlan = {
    project: request.project ?? projectNameFrom(source?.name ?? topic?.topic ?? ''),
    source: request.source ?? null,
    document: kept?.ref ?? null,
    sourceName: source?.name ?? null,
    topic: topic?.topic ?? null,
    research: request.research,
    references: [],
    gate: request.gate,
    approvedOutline: null,
    language,
    slides: request.slides ?? slidesForMinutes(request.minutes),
    minutes: request.minutes ?? null,
    audience: request.audience ?? null,
    tone: request.tone ?? null,
    theme: request.theme,
    ratePercent: request.rate_percent,
    pitchSemitones: request.pitch_semitones,
    images: request.images,
    video: request.video,
    quality: request.quality,
    captions: request.captions,
    variation: request.variation,
    wanted: {
      writer: request.writer,
      model: request.model ?? null,
      pull: request.pull,
      speech: request.speech,
      voice: request.voice ?? null,
    },
    embeddedWriter: kept === null ? null : embeddedWriterOf(deps),
    embeddedVoice: await chooseEmbeddedVoice(deps, request, language, signal),
    storeId: deps.store.id,
    heartbeatTimeoutMs: deps.heartbeatTimeoutMs,
  };
  return { plan, warnings: [...(kept?.warnings ?? []), ...(topic?.warnings ?? [])] };
}
