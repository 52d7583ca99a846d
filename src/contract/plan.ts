import type { ArtifactRef } from './artifact-ref.ts';
import type { RequestSource, ResolvedRequest } from './schemas/request.ts';

/** A page that the lecture was made from, with the licence of its text. */
export interface Reference {
  readonly title: string;
  /** Of the very revision that was read. */
  readonly url: string;
  /** Such as "Wikipedia contributors". */
  readonly creator: string;
  readonly licence: string;
  readonly licenceUrl: string;
}

/** The frozen plan of a run: everything that a later step may depend on, decided once. */
export interface RunPlan {
  readonly project: string;
  /** Where the document came from, to read it anew should it be lost; null for a topic alone. */
  readonly source: RequestSource | null;
  /** The document as Lectra reads it, or null for a topic alone. */
  readonly document: ArtifactRef | null;
  /** File name of the source, to show and to cite; null for a topic alone. */
  readonly sourceName: string | null;
  readonly topic: string | null;
  /** Whether the topic is read up on before the outline. */
  readonly research: boolean;
  /** Pages that research read, for the credits; empty without research. */
  readonly references: readonly Reference[];
  /** Whether the run waits after the outline until somebody approves it. */
  readonly gate: boolean;
  /** Outline that somebody approved: it stands in the place of stage 1. Null before that. */
  readonly approvedOutline: ArtifactRef | null;
  readonly language: string;
  readonly slides: number;
  /** How long the lecture should be; null leaves it to the number of slides. */
  readonly minutes: number | null;
  readonly audience: string | null;
  readonly tone: string | null;
  readonly theme: ResolvedRequest['theme'];
  readonly ratePercent: number;
  readonly pitchSemitones: number;
  readonly images: number;
  readonly video: boolean;
  readonly quality: ResolvedRequest['quality'];
  readonly captions: ResolvedRequest['captions'];
  readonly variation: number;
  /** What the user asked for; the probes decide. */
  readonly wanted: {
    readonly writer: string;
    readonly model: string | null;
    /** Whether a missing model may be downloaded. */
    readonly pull: boolean;
    readonly speech: string;
    readonly voice: string | null;
  };
  /** The writer without a model; null for a topic alone, which it cannot write from. */
  readonly embeddedWriter: WriterChoice | null;
  /** The voice that needs no network; null when no embedded engine is installed. */
  readonly embeddedVoice: VoiceChoice | null;
  /** The artifact store that all references of this run live in. */
  readonly storeId: string;
  /** How long a worker may be silent before an activity is given to another one. */
  readonly heartbeatTimeoutMs: number;
}

/** Which writer works on this run, and on which machine role. */
export interface WriterChoice {
  readonly writer: string;
  readonly model: string | null;
  /** Which weights the name means now; null without a model, or where the server does not tell. */
  readonly modelDigest: string | null;
  readonly role: 'gpu' | 'media';
}

/** One voice per deck. */
export interface VoiceChoice {
  readonly engine: string;
  readonly voice: string;
  readonly role: 'network' | 'media';
}

/** Providers that answered, in the order to ask them. Empty: every picture is drawn. */
export interface PictureChoice {
  readonly providers: readonly string[];
}

/** What the probes found, decided once for the whole run. */
export interface RunChoices {
  readonly writer: WriterChoice;
  readonly voice: VoiceChoice;
  readonly pictures: PictureChoice;
}
