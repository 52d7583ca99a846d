import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { TextMeasurer } from '../deck/text-measurer.ts';
import type { DocumentReader } from '../documents/create-document-reader.ts';
import type { TopicReader } from '../documents/topic-reader.ts';
import type { ImageProvider } from '../images/image-provider.ts';
import type { StepRecord } from '../report/step-record.ts';
import type { SpeechEngine } from '../speech/speech-engine.ts';
import type { Ffmpeg } from '../video/locate-ffmpeg.ts';
import type { ModelWriter, Writer } from '../writing/writer.ts';

/** What history says of a run up to now. */
export interface RunHistory {
  readonly records: readonly StepRecord[];
  readonly startedAtMs: number;
  /** Null while the run is open. */
  readonly closedAtMs: number | null;
}

/** Everything that activities use of the outside world, built by the worker that runs them. */
export interface ActivityDeps {
  readonly store: ArtifactStore;
  readonly documentReader: DocumentReader;
  readonly topicReader: TopicReader;
  /** Writers with a model, in the order to ask them. */
  readonly modelWriters: readonly ModelWriter[];
  readonly embeddedWriter: Writer;
  /** Speech engines in the order to try them. */
  readonly networkSpeech: readonly SpeechEngine[];
  readonly embeddedSpeech: readonly SpeechEngine[];
  readonly imageProviders: readonly ImageProvider[];
  readonly measurer: TextMeasurer;
  /** Looks for ffmpeg once, when it is needed first. Throws ENGINE_MISSING. */
  readonly ffmpeg: () => Promise<Ffmpeg>;
  /** The folder that holds one folder a project. */
  readonly outputFolder: string;
  /** Folders that a bare path in a request may point into. */
  readonly sourceFolders: readonly string[];
  readonly heartbeatTimeoutMs: number;
  /** Reads the run's history so far, for the stage table of the result. */
  readonly readHistory: (
    run: { readonly workflowId: string; readonly runId: string },
    signal: AbortSignal,
  ) => Promise<RunHistory>;
}
