import type { ArtifactRef } from './artifact-ref.ts';
import type { PictureChoice, RunChoices, RunPlan, VoiceChoice, WriterChoice } from './plan.ts';
import type { PresentationResult } from './result.ts';
import type { PictureCandidate } from './schemas/picture.ts';
import type { PresentationRequest } from './schemas/request.ts';
import type { StepResult, Warning } from './step-result.ts';

/** An activity. `storeId` names the artifact store that the run's references live in; null before it is known. */
type Step<Input, Value> = (input: Input, storeId: string | null) => Promise<StepResult<Value>>;

/** What the workflow knows of a planned slide: its id and where the plan of it lies. */
export interface PlannedSlide {
  readonly id: string;
  /** OutlineSlide */
  readonly slide: ArtifactRef;
  readonly wantsPicture: boolean;
}

/** Stage 1: all that slides must agree on. */
export interface PlannedLecture {
  readonly title: string;
  /** Outline */
  readonly outline: ArtifactRef;
  readonly slides: readonly PlannedSlide[];
}

/** What is finished of one slide. Each field is a reference to an artifact of the named type. */
export interface FinishedSlide {
  readonly id: string;
  /** SlideScript */
  readonly script: ArtifactRef;
  /** Picture, or null */
  readonly picture: ArtifactRef | null;
  /** LaidOutSlide */
  readonly layout: ArtifactRef;
  /** PNG of each page */
  readonly pagePictures: readonly ArtifactRef[];
  /** SlideNarration */
  readonly narration: ArtifactRef;
  /** TaggedNarration */
  readonly tagged: ArtifactRef;
  /** SlideSegments */
  readonly segments: ArtifactRef;
  /** SpokenSlide */
  readonly speech: ArtifactRef;
  /** EncodedStills, or null without video */
  readonly stills: ArtifactRef | null;
}

export interface AssembledNarration {
  readonly mp3: ArtifactRef;
  /** AAC in MP4, ready to be copied beside the video. */
  readonly aac: ArtifactRef;
  readonly totalSamples: number;
}

export interface RunTimings {
  /** Timeline */
  readonly timeline: ArtifactRef;
  readonly srt: ArtifactRef;
  readonly vtt: ArtifactRef;
  readonly pageCount: number;
}

/** All that a run has made before it is published. */
export interface ProducedLecture {
  readonly title: string;
  /** Outline */
  readonly outline: ArtifactRef;
  readonly slides: readonly FinishedSlide[];
  readonly deck: ArtifactRef;
  readonly narration: AssembledNarration;
  readonly timings: RunTimings;
  readonly video: ArtifactRef | null;
}

/** Names a run for good: its id, and the first run of its chain, which a reset keeps. */
export interface RunIdentity {
  readonly workflowId: string;
  readonly firstRunId: string;
}

export interface PublishInput {
  readonly run: RunIdentity;
  readonly plan: RunPlan;
  readonly choices: RunChoices;
  readonly lecture: ProducedLecture;
  readonly warnings: readonly Warning[];
}

/** The activities by name: the workflow's whole view of the outside world. Queues and stages: DESIGN of each in `docs/reference/stages.md`. */
export interface Activities {
  /** `choices` are those of the run that is carried on; null for a new run, whose probes decide. */
  prepareRun: Step<
    { readonly request: PresentationRequest; readonly workflowId: string },
    { readonly plan: RunPlan; readonly choices: RunChoices | null }
  >;
  /** Null when no writer with a model answers. */
  probeWriter: Step<{ readonly plan: RunPlan }, WriterChoice | null>;
  /** Null when no speech service on the network answers. */
  probeVoice: Step<{ readonly plan: RunPlan }, VoiceChoice | null>;
  probePictures: Step<{ readonly plan: RunPlan }, PictureChoice>;
  /** Keeps the frozen plan in the store, from where the run can be resumed when Temporal has forgotten it. */
  recordRun: Step<
    {
      readonly run: RunIdentity;
      readonly plan: RunPlan;
      readonly choices: RunChoices;
      /** Those of Prepare: a run that is carried on asks nobody again. */
      readonly warnings: readonly Warning[];
    },
    { readonly record: ArtifactRef }
  >;
  /** Reads the document again from its source where it is lost; the rest of the plan stays as it is. */
  restoreDocument: Step<{ readonly plan: RunPlan }, RunPlan>;
  /** Reads the topic up; the plan then has a document, its source and the pages to credit. */
  researchTopic: Step<{ readonly plan: RunPlan }, RunPlan>;
  writeOutline: Step<{ readonly plan: RunPlan; readonly writer: WriterChoice }, PlannedLecture>;
  /** Checks an outline that a person approved, and takes it in the place of one that was written. */
  takeOutline: Step<
    { readonly plan: RunPlan; readonly writer: WriterChoice; readonly outline: ArtifactRef },
    PlannedLecture
  >;
  writeSlide: Step<
    {
      readonly plan: RunPlan;
      readonly writer: WriterChoice;
      readonly slide: ArtifactRef;
      readonly outline: ArtifactRef;
    },
    { readonly script: ArtifactRef; readonly heading: string }
  >;
  searchPictures: Step<
    { readonly providers: readonly string[]; readonly script: ArtifactRef; readonly limit: number },
    readonly PictureCandidate[]
  >;
  fetchPicture: Step<
    { readonly candidate: PictureCandidate | null; readonly script: ArtifactRef; readonly theme: RunPlan['theme'] },
    { readonly picture: ArtifactRef }
  >;
  layOutSlide: Step<
    {
      readonly script: ArtifactRef;
      readonly picture: ArtifactRef | null;
      readonly theme: RunPlan['theme'];
      /** Drawn in the footer; null for slides that show none. */
      readonly slideNumber: number;
      readonly deckTitle: string;
    },
    { readonly layout: ArtifactRef; readonly pagePictures: readonly ArtifactRef[] }
  >;
  buildDeck: Step<
    {
      readonly title: string;
      readonly language: string;
      readonly theme: RunPlan['theme'];
      readonly slides: readonly { readonly script: ArtifactRef; readonly layout: ArtifactRef }[];
      /** Credited in the notes of the last slide. */
      readonly references: RunPlan['references'];
    },
    { readonly deck: ArtifactRef }
  >;
  buildNarration: Step<
    { readonly script: ArtifactRef; readonly language: string },
    { readonly narration: ArtifactRef }
  >;
  tagNarration: Step<
    {
      readonly narration: ArtifactRef;
      readonly writer: WriterChoice;
      readonly language: string;
      readonly ratePercent: number;
      readonly pitchSemitones: number;
    },
    { readonly tagged: ArtifactRef }
  >;
  parseSegments: Step<
    { readonly narration: ArtifactRef; readonly tagged: ArtifactRef },
    { readonly segments: ArtifactRef; readonly segmentCount: number }
  >;
  speakSlide: Step<
    { readonly segments: ArtifactRef; readonly voice: VoiceChoice; readonly language: string },
    { readonly speech: ArtifactRef; readonly lengthSamples: number }
  >;
  assembleNarration: Step<{ readonly speech: readonly ArtifactRef[] }, AssembledNarration>;
  calculateTimings: Step<
    {
      readonly slides: readonly { readonly layout: ArtifactRef; readonly speech: ArtifactRef }[];
      readonly language: string;
    },
    RunTimings
  >;
  encodeStills: Step<
    { readonly layout: ArtifactRef; readonly quality: RunPlan['quality'] },
    { readonly stills: ArtifactRef }
  >;
  assembleVideo: Step<
    {
      readonly title: string;
      readonly language: string;
      readonly timeline: ArtifactRef;
      readonly slides: readonly { readonly layout: ArtifactRef; readonly stills: ArtifactRef }[];
      readonly aac: ArtifactRef;
      /** Null for a video without a caption track. */
      readonly srt: ArtifactRef | null;
    },
    { readonly video: ArtifactRef }
  >;
  publish: Step<PublishInput, PresentationResult>;
}
