import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../../contract/error-codes.ts';
import { ConfigError, ProviderError } from '../../contract/errors.ts';
import { findSystemFailure } from '../../platform/find-system-failure.ts';
import { ProcessError } from '../../platform/process-error.ts';
import type { SpeechEngine, SpeechInput, SpokenClip, Voice } from '../speech-engine.ts';
import { type EspeakReply, type EspeakRequest, espeakReplySchema } from './espeak-messages.ts';
import { listEspeakVoices, resolveEspeakVoice } from './espeak-voices.ts';
import { ESPEAK_PACKAGE, type EspeakPackage } from './find-espeak-package.ts';
import { ProcessDialogue } from './process-dialogue.ts';
import { toEspeakMarkup } from './to-espeak-markup.ts';

/** Measured: the engine speaks plain English at just the rate it is given. */
const LECTURE_WORDS_PER_MINUTE = 155;
/** The engine's scale: 50 is the natural pitch, 0 an octave below, 100 an octave above. */
const PITCH_UNITS_PER_SEMITONE = 50 / 12;
/** A process may be killed for memory or by hand; a text that kills it twice will kill it always. */
const ATTEMPTS = 2;
/**
 * Between the slides of one lecture the process stays, with its code compiled; after it its memory is free again, and two
 * seconds after a cancel nothing is left.
 */
const IDLE_MS = 1_500;

/** How the process is started; a test may watch it. */
export type StartEspeakProcess = (found: EspeakPackage) => ChildProcess;

/** eSpeak NG: embedded, small, English and Hindi, with word times. It runs in a process of its own. */
export class EspeakEngine implements SpeechEngine {
  readonly id = 'espeak';
  readonly sampleRateHz = 22_050;
  readonly #package: EspeakPackage | null;
  readonly #dialogue: ProcessDialogue | null;

  constructor(found: EspeakPackage | null, start: StartEspeakProcess = startEspeakProcess) {
    this.#package = found;
    this.#dialogue = found === null ? null : new ProcessDialogue('espeak-ng', () => start(found), IDLE_MS);
  }

  async listVoices(language: string): Promise<readonly Voice[]> {
    return this.#package === null ? [] : listEspeakVoices(language);
  }

  async isAvailable(signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    if (this.#package === null) return false;
    try {
      const clip = await this.synthesize(PROBE, signal);
      return clip.words.length > 0;
    } catch (error) {
      // Damaged files are an absent engine; want of memory, for one, is not.
      if (error instanceof ProviderError && error.code === 'SPEECH_FAILED') return false;
      throw error;
    }
  }

  async synthesize(input: SpeechInput, signal: AbortSignal): Promise<SpokenClip> {
    signal.throwIfAborted();
    const { markup, plainOffsets } = toEspeakMarkup(input.spoken);
    const reply = await this.#ask(
      {
        markup,
        voiceIdentifier: resolveEspeakVoice(input.voice),
        rateWordsPerMinute: Math.round(LECTURE_WORDS_PER_MINUTE * (1 + input.ratePercent / 100)),
        pitch: Math.round(50 + input.pitchSemitones * PITCH_UNITS_PER_SEMITONE),
      },
      signal,
    );
    if (reply.kind === 'failed') {
      throw this.#failure(`espeak-ng could not speak "${shorten(input.spoken)}": ${reply.reason}.`);
    }
    const { pcm, sampleRateHz, words } = reply;
    const lengthMs = (pcm.length / sampleRateHz) * 1000;
    const toSample = (ms: number): number => Math.round((Math.min(ms, lengthMs) * sampleRateHz) / 1000);
    const toCharacter = (position: number): number =>
      plainOffsets[Math.min(Math.max(position - 1, 0), plainOffsets.length - 1)] ?? 0;
    return {
      pcm,
      sampleRateHz,
      words: words.map(({ position, length, startMs, endMs }) => ({
        startSample: toSample(startMs),
        endSample: toSample(endMs),
        startCharacter: toCharacter(position),
        endCharacter: toCharacter(position + length),
      })),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dialogue?.[Symbol.asyncDispose]();
  }

  async #ask(request: EspeakRequest, signal: AbortSignal): Promise<EspeakReply> {
    if (this.#dialogue === null) {
      throw new ConfigError(
        'ENGINE_MISSING',
        `The speech engine espeak is not installed; add it with \`npm install ${ESPEAK_PACKAGE}\`.`,
      );
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return espeakReplySchema.parse(await this.#dialogue.ask(request, signal));
      } catch (error) {
        if (!(error instanceof ProcessError)) throw error;
        if (attempt < ATTEMPTS) continue;
        const { message, stderrTail } = error;
        const system = findSystemFailure(error);
        const reason = system?.message ?? `${message} ${stderrTail}`.trim();
        throw this.#failure(`Speaking "${shorten(request.markup)}" failed twice: ${reason}`, error, system?.code);
      }
    }
  }

  #failure(message: string, cause?: Error, code: ErrorCode = 'SPEECH_FAILED'): ProviderError {
    return new ProviderError(code, message, { provider: this.id }, { cause });
  }
}

const PROBE: SpeechInput = { spoken: 'one', voice: 'en-US', language: 'en', ratePercent: 0, pitchSemitones: 0 };

function startEspeakProcess(found: EspeakPackage): ChildProcess {
  // Beside this file, and like it TypeScript in a clone and JavaScript in a package.
  const entry = fileURLToPath(new URL(`./espeak-process${extname(import.meta.url)}`, import.meta.url));
  return fork(entry, [found.moduleUrl, found.dataPath], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Flags of the parent, such as an inspector port, are not for its child.
    execArgv: [],
  });
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
