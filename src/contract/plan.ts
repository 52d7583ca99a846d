import type { ArtifactRef } from './artifact-ref.ts';
import type { RequestSource, ResolvedRequest } from './schemas/request.ts';

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
  readonly language: string;
  readonly slides: number;
  readonly theme: ResolvedRequest['theme'];
  readonly ratePercent: number;
  readonly pitchSemitones: number;
  readonly images: number;
  readonly video: boolean;
  readonly quality: ResolvedRequest['quality'];
  readonly captions: ResolvedRequest['captions'];
  readonly variation: number;
  /** What the user asked for; the probes decide. */
  readonly wanted: { readonly writer: string; readonly speech: string; readonly voice: string | null };
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
