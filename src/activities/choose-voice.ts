import { ConfigError, InputError } from '../contract/errors.ts';
import type { VoiceChoice } from '../contract/plan.ts';
import type { ResolvedRequest } from '../contract/schemas/request.ts';
import type { SpeechEngine } from '../speech/speech-engine.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { firstAvailable } from './first-available.ts';

/** Returns the voice that needs no network, or null when no embedded engine is installed. Throws what `chooseVoice` throws. */
export async function chooseEmbeddedVoice(
  deps: ActivityDeps,
  request: ResolvedRequest,
  language: string,
  signal: AbortSignal,
): Promise<VoiceChoice | null> {
  const engines = deps.embeddedSpeech.filter(({ id }) => request.speech === 'auto' || request.speech === id);
  const engine = await firstAvailable(engines, signal);
  return engine === null ? null : chooseVoice(engine, language, request.voice ?? null, 'media');
}

/** Returns the wanted voice of an engine, or its first one. Throws VOICE_UNKNOWN, and ENGINE_MISSING for a language without a voice. */
export async function chooseVoice(
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
