import { ProviderError } from '../../../src/contract/errors.ts';
import { ProcessError } from '../../../src/platform/process-error.ts';
import type { ProviderCall } from '../../../src/platform/provider-call.ts';
import { runProcess } from '../../../src/platform/run-process.ts';
import type { EngineWord, SpeechEngine, SpeechInput, SpokenClip } from '../../../src/speech/speech-engine.ts';
import { callProvider } from './call-provider.ts';
import { EDGE_HEADERS, voicesQuery } from './edge-messages.ts';
import { type SocketSpeech, speakOverSocket } from './speak-over-socket.ts';

const ENGINE_ID = 'edge';
const VOICE = { id: 'en-US-AriaNeural', language: 'en', name: 'Aria' } as const;
const VOICES_PATH = '/consumer/speech/synthesize/readaloud/voices/list';
const SAMPLE_RATE_HZ = 24_000;
const TICKS_PER_SECOND = 10_000_000;
/** An MP3 frame of 24 kHz holds 576 samples; a word may end in the last two, which an encoder fills up. */
const SPARE_SAMPLES = 2 * 576;

export interface StandInSpeechInput {
  /** ws://host:port */
  readonly url: string;
  readonly ffmpegPath: string;
  /** The longest that one sentence may take. */
  readonly limitMs: number;
}

/**
 * Creates a speech engine over the wire of the Edge read-aloud service: one connection a sentence, MP3 decoded by ffmpeg.
 * It never tries again by itself. Throws SPEECH_FAILED for sound that cannot be the whole text, and what the wire throws.
 */
export function createStandInSpeech(input: StandInSpeechInput): SpeechEngine {
  const { url, ffmpegPath, limitMs } = input;
  const call: ProviderCall = { provider: 'The Edge voice', url: new URL(url), now: Date.now };
  return {
    id: ENGINE_ID,
    sampleRateHz: SAMPLE_RATE_HZ,
    listVoices: async (language) => (language === 'en' ? [VOICE] : []),
    isAvailable: async (signal) => {
      try {
        return await callProvider(call, { limitMs, signal }, async (abort) => {
          const list = `${url.replace(/^ws/, 'http')}${VOICES_PATH}?${voicesQuery(Date.now())}`;
          const response = await fetch(list, { signal: abort, headers: EDGE_HEADERS });
          await response.arrayBuffer();
          return response.ok;
        });
      } catch (error) {
        if (error instanceof ProviderError) return false;
        throw error;
      }
    },
    async synthesize({ spoken, voice, language, ratePercent, pitchSemitones }: SpeechInput, signal) {
      const asked = { spoken, voice, language: `${language}-US`, ratePercent, pitchSemitones };
      const speech = await callProvider(call, { limitMs, signal }, (abort) => speakOverSocket(call, asked, abort));
      return toClip(spoken, speech, await decode(ffmpegPath, speech.mp3, signal));
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function decode(ffmpegPath: string, mp3: Uint8Array, signal: AbortSignal): Promise<Int16Array> {
  if (mp3.byteLength === 0) throw failed('sent no sound');
  const format = ['-f', 's16le', '-ac', '1', '-ar', String(SAMPLE_RATE_HZ), 'pipe:1'];
  try {
    const { stdout } = await runProcess({
      command: ffmpegPath,
      args: ['-v', 'error', '-f', 'mp3', '-i', 'pipe:0', ...format],
      stdin: mp3,
      signal,
    });
    return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
  } catch (error) {
    if (error instanceof ProcessError) throw failed('sent sound that cannot be decoded', error);
    throw error;
  }
}

/** Words are looked for in the text one after the other; one that is not there is left to the alignment. */
function toClip(spoken: string, { words }: SocketSpeech, pcm: Int16Array): SpokenClip {
  if (words.length === 0) throw failed('told no word times');
  let from = 0;
  const timed = words.flatMap(({ text, startTicks, durationTicks }): EngineWord[] => {
    const startCharacter = spoken.indexOf(text, from);
    if (startCharacter === -1) return [];
    from = startCharacter + text.length;
    return [
      {
        startCharacter,
        endCharacter: from,
        startSample: toSamples(startTicks),
        endSample: toSamples(startTicks + durationTicks),
      },
    ];
  });
  const endSample = timed.at(-1)?.endSample ?? 0;
  if (endSample > pcm.length + SPARE_SAMPLES) throw failed('sent sound that ends before its last word');
  return { pcm, sampleRateHz: SAMPLE_RATE_HZ, words: timed };
}

const toSamples = (ticks: number): number => Math.round((ticks * SAMPLE_RATE_HZ) / TICKS_PER_SECOND);

function failed(what: string, cause?: unknown): ProviderError {
  return new ProviderError(
    'SPEECH_FAILED',
    `The Edge voice ${what}; try again or choose another voice.`,
    { provider: ENGINE_ID },
    { cause },
  );
}
