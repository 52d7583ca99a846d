/**
 * The program that speaks, in a process of its own: eSpeak NG is under the GPL, so it is never loaded into Lectra itself.
 * Started by fork with the module and the data file as arguments; ends when its parent does.
 */
import { readFile } from 'node:fs/promises';
import { type EspeakReply, type EspeakReplyWord, type EspeakRequest, espeakRequestSchema } from './espeak-messages.ts';
import {
  type EspeakEvent,
  type EspeakFactory,
  LONGEST_TEXT_BYTES,
  type LoadedEspeak,
  loadEspeak,
} from './load-espeak.ts';

const [, , moduleUrl = '', dataPath = ''] = process.argv;
// The engine takes the time of day as the seed of its noise, and the same text must sound the same tomorrow.
Date.now = () => 0;
const imported: { readonly default: EspeakFactory } = await import(moduleUrl);
const createEspeak = imported.default;
const data = new Uint8Array(await readFile(dataPath)).buffer;
let loaded: LoadedEspeak | null = null;

async function speak(request: EspeakRequest): Promise<EspeakReply> {
  const engine = loaded?.restore() ? loaded : await loadEspeak(createEspeak, data);
  // Back in its place only after a call that leaves nothing behind outside of the engine's memory.
  loaded = null;
  const { worker } = engine;
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
  if (Buffer.byteLength(request.markup) < LONGEST_TEXT_BYTES) loaded = engine;
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
