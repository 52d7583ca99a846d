export interface EspeakEvent {
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

interface EspeakInstance {
  readonly eSpeakNGWorker: new () => EspeakWorker;
  /** The whole memory of the program; another array once the memory has grown. */
  readonly HEAPU8: Uint8Array;
}

export type EspeakFactory = (options: { getPreloadedPackage(): ArrayBuffer }) => Promise<EspeakInstance>;

export interface LoadedEspeak {
  readonly worker: EspeakWorker;
  /** Puts the engine back into the state after loading. False when that cannot be done any more: load another one. */
  restore(): boolean;
}

/** A text longer than that makes the bindings replace their buffer, of which the memory knows nothing after `restore`. */
export const LONGEST_TEXT_BYTES = 65_536;

/**
 * Loads eSpeak NG so that every call can start from the very same state: it carries phase and noise from one call to the
 * next. The state is its memory, of which about 1 MB is in use; putting that back takes 1 ms, where loading takes 60 ms
 * and throws away what the compiler learned about the code.
 */
export async function loadEspeak(create: EspeakFactory, data: ArrayBuffer): Promise<LoadedEspeak> {
  const instance = await create({ getPreloadedPackage: () => data });
  const worker = new instance.eSpeakNGWorker();
  // The first call asks for a buffer of this size, the second makes it; no voice has such a name.
  worker.set_voice('x'.repeat(LONGEST_TEXT_BYTES));
  worker.set_voice('x');
  const sizeBytes = instance.HEAPU8.length;
  const usedBytes = instance.HEAPU8.findLastIndex((byte) => byte !== 0) + 1;
  const image = instance.HEAPU8.slice(0, usedBytes);
  return {
    worker,
    restore: () => {
      if (instance.HEAPU8.length !== sizeBytes) return false;
      instance.HEAPU8.set(image);
      instance.HEAPU8.fill(0, usedBytes);
      return true;
    },
  };
}
