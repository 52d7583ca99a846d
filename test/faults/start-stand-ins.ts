import { Agent } from 'undici';
import type { ActivityDeps } from '../../src/activities/activity-deps.ts';
import type { CallLedger } from '../services/call-ledger.ts';
import { createStandInPictures } from '../services/clients/create-stand-in-pictures.ts';
import { createStandInSpeech } from '../services/clients/create-stand-in-speech.ts';
import type { EdgeFault } from '../services/edge/edge-faults.ts';
import type { SoundFinder } from '../services/edge/sound-finder.ts';
import { startEdge } from '../services/edge/start-edge.ts';
import type { FaultScript } from '../services/fault-script.ts';
import { answerLectures } from '../services/ollama/lectures/answer-lectures.ts';
import type { OllamaFault } from '../services/ollama/ollama-fault.ts';
import { startOllama } from '../services/ollama/start-ollama.ts';
import type { PictureFault } from '../services/pictures/picture-faults.ts';
import { startPictures } from '../services/pictures/start-pictures.ts';
import { SPEED_PROFILES } from '../services/speed-profile.ts';
import { openOllamaWriter } from './open-ollama-writer.ts';

/** What goes wrong at each of the three services. */
export interface FaultScripts {
  readonly ollama: FaultScript<OllamaFault>;
  readonly edge: FaultScript<EdgeFault>;
  readonly pictures: FaultScript<PictureFault>;
}

/** The clients of the three stand-ins, as activities take them. Disposing of it closes clients and services. */
export interface StandIns extends AsyncDisposable {
  readonly clients: Pick<ActivityDeps, 'modelWriters' | 'networkSpeech' | 'imageProviders'>;
}

/** Starts a model server, a voice and a picture archive, with the clients of all three. */
export async function startStandIns(input: {
  readonly ledger: CallLedger;
  readonly faults: FaultScripts;
  readonly ffmpegPath: string;
  /** Of the voice. */
  readonly sounds: SoundFinder;
  /** The longest that a client waits for one call. */
  readonly limitMs: number;
}): Promise<StandIns> {
  const { ledger, faults, ffmpegPath, sounds, limitMs } = input;
  await using cleanup = new AsyncDisposableStack();
  const common = { ledger, speed: SPEED_PROFILES.instant };
  const ollama = cleanup.use(await startOllama({ ...common, faults: faults.ollama, answer: answerLectures }));
  const edge = cleanup.use(await startEdge({ ...common, sounds, faults: faults.edge, voiceListFaults: faults.edge }));
  const pictures = cleanup.use(await startPictures({ ...common, faults: faults.pictures }));
  const writer = cleanup.use(
    openOllamaWriter({ url: ollama.url, slots: SPEED_PROFILES.instant.ollama.slots, limitMs }),
  );
  const dispatcher = new Agent();
  cleanup.defer(() => dispatcher.destroy());
  const clients = {
    modelWriters: [writer],
    networkSpeech: [createStandInSpeech({ url: edge.url, ffmpegPath, limitMs })],
    imageProviders: [createStandInPictures({ url: pictures.url, dispatcher, limitMs })],
  };
  const owned = cleanup.move();
  return { clients, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
