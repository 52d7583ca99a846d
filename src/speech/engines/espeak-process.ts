/**
 * The program that speaks, in a process of its own: eSpeak NG is under the GPL, so it is never loaded into Lectra itself.
 * Started by fork with the module and the data file as arguments; ends when its parent does.
 */
import { readFile } from 'node:fs/promises';
import { type EspeakReply, type EspeakReplyWord, type EspeakRequest, espeakRequestSchema } from './espeak-messages.ts';

interface EspeakEvent {
  readonly type: string;
  readonly text_position: number;
  readonly word_length: number;
  /** Milliseconds. */
  readonly audio_position: number;
}

/** The part of the engine that is used here; the package has no types of its own. */
interface EspeakWorker {
  /** 0 when the voice was found; anything else leaves the voice of the call before. */
  set_voice(identifier: string): number;
  set_rate(wordsPerMinute: number): void;
  set_pitch(pitch: number): void;
  get_samplerate(): number;
  /** Calls back with pieces of sound until all is spoken, or until the callback returns something true. */
  synthesize(markup: string, callback: (samples: Int16Array, events: readonly EspeakEvent[]) => boolean): void;
}

type EspeakFactory = (options: {
  getPreloadedPackage(): ArrayBuffer;
}) => Promise<{ readonly eSpeakNGWorker: new () => EspeakWorker }>;

const [, , moduleUrl = '', dataPath = ''] = process.argv;
const imported: { readonly default: EspeakFactory } = await import(moduleUrl);
const createEspeak = imported.default;
const data = new Uint8Array(await readFile(dataPath)).buffer;

/**
 * A fresh engine for every call: it carries phase and noise from one call to the next, so a used one speaks the same
 * text with other samples. With the data at hand this takes about 40 ms.
 */
async function speak(request: EspeakRequest): Promise<EspeakReply> {
  const { eSpeakNGWorker: Worker } = await createEspeak({ getPreloadedPackage: () => data });
  const worker = new Worker();
  if (worker.set_voice(request.voiceIdentifier) !== 0) {
    return { kind: 'failed', reason: `the engine has no voice file "${request.voiceIdentifier}"` };
  }
  worker.set_rate(request.rateWordsPerMinute);
  worker.set_pitch(request.pitch);
  const pieces: Int16Array[] = [];
  const events: EspeakEvent[] = [];
  worker.synthesize(request.markup, (samples, piece) => {
    pieces.push(samples);
    events.push(...piece);
    return false;
  });
  return { kind: 'spoken', pcm: join(pieces), sampleRateHz: worker.get_samplerate(), words: toWords(events) };
}

function join(pieces: readonly Int16Array[]): Int16Array<ArrayBuffer> {
  const pcm = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    pcm.set(piece, offset);
    offset += piece.length;
  }
  return pcm;
}

/** The engine marks where words start; a word lasts until the next one or until the end of its clause. */
function toWords(events: readonly EspeakEvent[]): EspeakReplyWord[] {
  const marks = events.filter(({ type }) => type === 'word' || type === 'end');
  return marks.flatMap((mark, index) => {
    if (mark.type !== 'word') return [];
    const endMs = marks[index + 1]?.audio_position ?? mark.audio_position;
    return [{ position: mark.text_position, length: mark.word_length, startMs: mark.audio_position, endMs }];
  });
}

/** Without a parent there is nobody to answer, and nothing is left that would keep this process alive. */
function answer(reply: EspeakReply): void {
  if (process.connected) process.send?.(reply);
}

process.on('message', async (message) => {
  try {
    answer(await speak(espeakRequestSchema.parse(message)));
  } catch (error) {
    answer({ kind: 'failed', reason: String(error) });
  }
});
