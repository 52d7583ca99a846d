import { basename } from 'node:path';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { putJson } from '../artifacts/json-artifacts.ts';
import { keepRunRecord, readRunRecord } from '../artifacts/run-records.ts';
import type { Activities } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { ArtifactError, ConfigError, InputError } from '../contract/errors.ts';
import type { RunChoices, RunPlan, VoiceChoice } from '../contract/plan.ts';
import type { RequestSource, ResolvedRequest } from '../contract/schemas/request.ts';
import { RUN_RECORD_FORMAT } from '../contract/schemas/run-record.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { projectNameFrom } from '../shared/project-name.ts';
import type { SpeechEngine } from '../speech/speech-engine.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { keepDrawable } from './keep-drawable.ts';
import { parseRequest } from './parse-request.ts';
import { warnOfNoPictures, warnOfNoVoice, warnOfNoWriter } from './probe-warnings.ts';
import { readSourcePath } from './read-source-path.ts';
import { defineActivity, type StepOutput, type StepScope } from './run-activity.ts';

type PrepareActivities = Pick<
  Activities,
  'prepareRun' | 'probeWriter' | 'probeVoice' | 'probePictures' | 'recordRun' | 'restoreDocument'
>;

interface PreparedRun {
  readonly plan: RunPlan;
  readonly choices: RunChoices | null;
}

/** Prepare: checks the request, reads the source, freezes the plan, and asks what answers. Nothing here is reused. */
export function createPrepareActivities(deps: ActivityDeps): PrepareActivities {
  const { store } = deps;
  return {
    prepareRun: defineActivity(store, {
      name: 'prepareRun',
      ingredients: null,
      run: ({ request, workflowId }, scope) => {
        const parsed = parseRequest(request);
        return parsed.base === undefined
          ? freezePlan(deps, parsed, scope)
          : takeUpPlan(deps, { workflowId, base: parsed.base }, scope);
      },
    }),
    probeWriter: defineActivity(store, {
      name: 'probeWriter',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const asked = plan.wanted.writer === 'extractive' ? [] : deps.modelWriters;
        const writer = await firstAvailable(asked, signal);
        return {
          value: writer === null ? null : { writer: writer.id, model: writer.model, role: 'gpu' as const },
          warnings: warnOfNoWriter(asked, writer),
        };
      },
    }),
    probeVoice: defineActivity(store, {
      name: 'probeVoice',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const engines = deps.networkSpeech.filter(
          ({ id }) => plan.wanted.speech === 'auto' || plan.wanted.speech === id,
        );
        const engine = await firstAvailable(engines, signal);
        return {
          value: engine === null ? null : await chooseVoice(engine, plan.language, plan.wanted.voice, 'network'),
          warnings: warnOfNoVoice(engines, engine),
        };
      },
    }),
    probePictures: defineActivity(store, {
      name: 'probePictures',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const asked = plan.images === 0 ? [] : deps.imageProviders;
        const answers = await Promise.all(
          asked.map(async (provider) => ((await provider.isAvailable(signal)) ? [provider.id] : [])),
        );
        return { value: { providers: answers.flat() }, warnings: warnOfNoPictures(asked, answers.flat()) };
      },
    }),
    recordRun: defineActivity(store, {
      name: 'recordRun',
      ingredients: null,
      run: async ({ run, ...frozen }) => {
        const record = await keepRunRecord(store, {
          format: RUN_RECORD_FORMAT,
          ...run,
          ...frozen,
          lecture: null,
        });
        return { value: { record } };
      },
    }),
    restoreDocument: defineActivity(store, {
      name: 'restoreDocument',
      ingredients: null,
      run: async ({ plan }, { signal }) => ({ value: await restoreDocument(deps, plan, signal) }),
    }),
  };
}

async function freezePlan(
  deps: ActivityDeps,
  request: ResolvedRequest,
  { signal }: StepScope,
): Promise<StepOutput<PreparedRun>> {
  if (request.topic === undefined && request.source === undefined) {
    throw new InputError(
      'INPUT_INVALID',
      'The request has neither a topic nor a source; give {"source":{"path":"/…"}} or {"topic":"…"}.',
    );
  }
  const source = request.source === undefined ? null : await readSource(deps, request.source, signal);
  const wantedLanguage = request.language ?? null;
  const drawable =
    source === null
      ? null
      : keepDrawable(await deps.documentReader.read({ ...source, language: wantedLanguage }, signal));
  const document = drawable?.document ?? null;
  const language = request.language ?? document?.language ?? 'en';
  const plan: RunPlan = {
    project: request.project ?? projectNameFrom(source?.name ?? request.topic ?? ''),
    source: request.source ?? null,
    document: document === null ? null : await putJson(deps.store, document, sourceDocumentSchema),
    sourceName: source?.name ?? null,
    topic: request.topic ?? null,
    language,
    slides: request.slides,
    theme: request.theme,
    ratePercent: request.rate_percent,
    pitchSemitones: request.pitch_semitones,
    images: request.images,
    video: request.video,
    quality: request.quality,
    captions: request.captions,
    variation: request.variation,
    wanted: { writer: request.writer, speech: request.speech, voice: request.voice ?? null },
    embeddedWriter: document === null ? null : { writer: deps.embeddedWriter.id, model: null, role: 'media' },
    embeddedVoice: await chooseEmbeddedVoice(deps, request, language, signal),
    storeId: deps.store.id,
    heartbeatTimeoutMs: deps.heartbeatTimeoutMs,
  };
  return { value: { plan, choices: null }, warnings: drawable?.warnings ?? [] };
}

/** Carries a run on: plan and choices are those of its record, whatever answers today. */
async function takeUpPlan(
  deps: ActivityDeps,
  { base, workflowId }: { readonly base: ArtifactRef; readonly workflowId: string },
  { signal }: StepScope,
): Promise<StepOutput<PreparedRun>> {
  const record = await readRunRecord(deps.store, base);
  if (record.workflowId !== workflowId) {
    throw new InputError(
      'INPUT_INVALID',
      `The record belongs to the run ${record.workflowId}, not to ${workflowId}; \`lectra resume\` gives the right one.`,
    );
  }
  const plan = await restoreDocument(deps, record.plan, signal);
  const value = { plan: { ...plan, heartbeatTimeoutMs: deps.heartbeatTimeoutMs }, choices: record.choices };
  return { value, warnings: record.warnings };
}

async function restoreDocument(deps: ActivityDeps, plan: RunPlan, signal: AbortSignal): Promise<RunPlan> {
  if (plan.document === null || plan.source === null || (await isReadable(deps.store, plan.document))) return plan;
  const source = await readSource(deps, plan.source, signal);
  const { document } = keepDrawable(await deps.documentReader.read({ ...source, language: plan.language }, signal));
  return { ...plan, document: await putJson(deps.store, document, sourceDocumentSchema) };
}

async function isReadable(store: ArtifactStore, ref: ArtifactRef): Promise<boolean> {
  try {
    await store.get(ref);
    return true;
  } catch (error) {
    if (error instanceof ArtifactError) return false;
    throw error;
  }
}

async function readSource(
  { store, sourceFolders }: ActivityDeps,
  source: RequestSource,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; name: string }> {
  if ('artifact' in source) return { bytes: await readGivenSource(store, source), name: source.name };
  return { bytes: await readSourcePath(source.path, sourceFolders, signal), name: basename(source.path) };
}

/** A lost source cannot be made again by Lectra, so the user must give it anew. */
async function readGivenSource(
  store: ArtifactStore,
  source: Extract<RequestSource, { artifact: unknown }>,
): Promise<Uint8Array> {
  try {
    return await store.get(source.artifact);
  } catch (error) {
    if (!(error instanceof ArtifactError)) throw error;
    throw new InputError(
      'SOURCE_MISSING',
      `The document "${source.name}" is lost or damaged in the artifact store ${store.location}; give it again.`,
      { cause: error },
    );
  }
}

async function chooseEmbeddedVoice(
  deps: ActivityDeps,
  request: ResolvedRequest,
  language: string,
  signal: AbortSignal,
): Promise<VoiceChoice | null> {
  const engines = deps.embeddedSpeech.filter(({ id }) => request.speech === 'auto' || request.speech === id);
  const engine = await firstAvailable(engines, signal);
  return engine === null ? null : chooseVoice(engine, language, request.voice ?? null, 'media');
}

async function chooseVoice(
  engine: SpeechEngine,
  language: string,
  wanted: string | null,
  role: VoiceChoice['role'],
): Promise<VoiceChoice> {
  const voices = await engine.listVoices(language);
  const voice = wanted === null ? voices[0] : voices.find(({ id }) => id === wanted);
  if (voice !== undefined) return { engine: engine.id, voice: voice.id, role };
  const names = voices.map(({ id }) => id).join(', ');
  if (wanted === null)
    throw new ConfigError(
      'ENGINE_MISSING',
      `The speech engine ${engine.id} has no voice for the language "${language}".`,
    );
  throw new InputError(
    'VOICE_UNKNOWN',
    `The speech engine ${engine.id} has no voice "${wanted}" for the language "${language}"; it has ${names}.`,
  );
}

async function firstAvailable<T extends { isAvailable(signal: AbortSignal): Promise<boolean> }>(
  candidates: readonly T[],
  signal: AbortSignal,
): Promise<T | null> {
  for (const candidate of candidates) if (await candidate.isAvailable(signal)) return candidate;
  return null;
}
