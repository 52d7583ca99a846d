import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { openArtifactStore } from '../artifacts/open-artifact-store.ts';
import { removeLeftovers } from '../artifacts/remove-leftovers.ts';
import type { Config } from '../config/config.ts';
import { createDocumentReader } from '../documents/create-document-reader.ts';
import { createWikipediaReader } from '../documents/create-wikipedia-reader.ts';
import { createTextMeasurer } from '../frames/create-text-measurer.ts';
import { createSpeechEngines } from '../speech/create-speech-engines.ts';
import { type Ffmpeg, locateFfmpeg } from '../video/locate-ffmpeg.ts';
import { createThreadedWriter } from '../writing/create-threaded-writer.ts';
import { createModelWriters } from './create-model-writers.ts';

/** Wikimedia wants to know which program asks, and how to reach whoever runs it: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy. */
const userAgentOf = (contact: string | null): string =>
  `Lectra/${packageJson.version} (${contact ?? 'makes lectures on the machine of its user'})`;

/** Builds what activities use on this machine. Disposing of it ends the processes of speech and models. */
export async function createActivityDeps(
  config: Config,
  given: Pick<ActivityDeps, 'readHistory'>,
): Promise<ActivityDeps & AsyncDisposable> {
  await using cleanup = new AsyncDisposableStack();
  const embeddedSpeech = createSpeechEngines();
  for (const engine of embeddedSpeech) cleanup.use(engine);
  const folder = join(config.dataDir, 'artifacts');
  const documentReader = cleanup.use(createDocumentReader());
  const embeddedWriter = cleanup.use(createThreadedWriter());
  const modelWriters = cleanup.use(createModelWriters(config));
  const store = await openArtifactStore({ folder });
  await removeLeftovers({ folder, nowMs: Date.now() });
  const owned = cleanup.move();
  return {
    store,
    documentReader,
    topicReader: createWikipediaReader({
      baseUrl: config.wikipediaUrl,
      userAgent: userAgentOf(config.contact),
      now: Date.now,
    }),
    modelWriters: modelWriters.writers,
    embeddedWriter,
    networkSpeech: [],
    embeddedSpeech,
    imageProviders: [],
    measurer: createTextMeasurer(),
    ffmpeg: onceUnlessItFails(() => locateFfmpeg({ configuredPath: config.ffmpegPath, searchPath: config.searchPath })),
    outputFolder: config.outputDir,
    sourceFolders: config.sourceDirs,
    heartbeatTimeoutMs: config.heartbeatTimeoutMs,
    readHistory: given.readHistory,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Looks once; a failure is not remembered, so that what the user installs meanwhile is found. */
function onceUnlessItFails(locate: () => Promise<Ffmpeg>): () => Promise<Ffmpeg> {
  let found: Promise<Ffmpeg> | null = null;
  return () => {
    found ??= locate().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
}
