import type { ActivityDeps } from '../../../src/activities/activity-deps.ts';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import type { PictureCandidate } from '../../../src/contract/schemas/picture.ts';
import type { HeldStep } from './held-step.ts';

const CANDIDATE: PictureCandidate = {
  provider: 'held',
  id: '1',
  title: 'Sea',
  url: 'https://pictures.example/1.jpg',
  pageUrl: 'https://pictures.example/1',
  creator: 'Somebody',
  licence: 'CC0',
  licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  widthPx: 1600,
  heightPx: 900,
};

/** Returns the real dependencies, save that each of them asks the held step first, with the signal that it got. */
export function holdDependencies(deps: ActivityDeps, held: HeldStep): ActivityDeps {
  const { documentReader, embeddedSpeech, embeddedWriter, readHistory, store } = deps;
  return {
    ...deps,
    store: holdStore(store, held),
    documentReader: {
      read: async (input, signal) => {
        await held.call('prepareRun', signal);
        return documentReader.read(input, signal);
      },
      [Symbol.asyncDispose]: () => documentReader[Symbol.asyncDispose](),
    },
    modelWriters: [
      {
        ...embeddedWriter,
        id: 'held',
        prepareModel: async (_wanted, _report, signal) => {
          await held.call('probeWriter', signal);
          return null;
        },
      },
    ],
    embeddedWriter: {
      ...embeddedWriter,
      writeOutline: async (input, signal) => {
        await held.call('writeOutline', signal);
        return embeddedWriter.writeOutline(input, signal);
      },
      writeSlide: async (input, signal) => {
        await held.call('writeSlide', signal);
        return embeddedWriter.writeSlide(input, signal);
      },
    },
    networkSpeech: embeddedSpeech.map((engine) => ({
      ...engine,
      id: 'held',
      isAvailable: async (signal) => {
        await held.call('probeVoice', signal);
        return false;
      },
    })),
    embeddedSpeech: embeddedSpeech.map((engine) => ({
      id: engine.id,
      sampleRateHz: engine.sampleRateHz,
      listVoices: (language) => engine.listVoices(language),
      isAvailable: (signal) => engine.isAvailable(signal),
      synthesize: async (input, signal) => {
        await held.call('speakSlide', signal);
        return engine.synthesize(input, signal);
      },
      [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    })),
    imageProviders: [
      {
        id: 'held',
        isAvailable: async (signal) => {
          await held.call('probePictures', signal);
          return true;
        },
        search: async (_query, signal) => {
          await held.call('searchPictures', signal);
          return [CANDIDATE];
        },
        download: async (_candidate, signal) => {
          await held.call('fetchPicture', signal);
          throw new Error('No test of cancelling gets past the download.');
        },
      },
    ],
    readHistory: async (run, signal) => {
      await held.call('publish', signal);
      return readHistory(run, signal);
    },
  };
}

/** A held step is never taken from the index: it has to work. */
function holdStore(store: ArtifactStore, held: HeldStep): ArtifactStore {
  return {
    id: store.id,
    location: store.location,
    put: async (bytes, mediaType) => {
      await held.isHeldNow();
      return store.put(bytes, mediaType);
    },
    putFile: (path, mediaType) => store.putFile(path, mediaType),
    get: (ref) => store.get(ref),
    pathOf: (ref) => store.pathOf(ref),
    has: (ref) => store.has(ref),
    findStep: async (stepKey) => ((await held.isHeldNow()) ? null : store.findStep(stepKey)),
    recordStep: (stepKey, record) => store.recordStep(stepKey, record),
    keepRun: (workflowId, record) => store.keepRun(workflowId, record),
    findRun: (workflowId) => store.findRun(workflowId),
    makeWorkFolder: () => store.makeWorkFolder(),
  };
}
