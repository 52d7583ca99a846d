// The port of everything that writes: from a brief to an outline, from a slide of the outline to its script, from its
// narration to prosody. In: a topic or a document as Lectra reads it. Out: Outline, SlideScript, SentenceTag.
// Must not know files, artifacts, Temporal or settings.
import type { Outline, OutlineSlide } from '../contract/schemas/outline.ts';
import type { SlideScript } from '../contract/schemas/slide-script.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import type { ModelUsage, Warning } from '../contract/step-result.ts';
import type { SentenceTag } from '../narration/tag-as-told.ts';
import type { JsonValue } from '../shared/canonical-json.ts';

/** What a lecture is made of and for whom: the same for every call of a run. */
export interface LectureBrief {
  /** Null for a topic alone. */
  readonly document: SourceDocument | null;
  /** Null for a document alone. */
  readonly topic: string | null;
  /** ISO 639-1, of the lecture. */
  readonly language: string;
  /** Cover and closing slide included. */
  readonly slides: number;
  /** Null leaves the length to the number of slides. */
  readonly minutes: number | null;
  readonly audience: string | null;
  readonly tone: string | null;
  /** The model to ask; null for a writer without one. */
  readonly model: string | null;
  /** Another number gives another text where the writer can. */
  readonly variation: number;
  /** From 1. Another attempt may be worded otherwise: the same question to the same model would fail in the same way. */
  readonly attempt: number;
}

/** What a writer gives back. */
export interface Written<T> {
  readonly value: T;
  /** What went less well than asked, one sentence each. */
  readonly warnings: readonly Warning[];
  /** True when an answer could not be used as it was and rules mended it: used, but not kept for later runs. */
  readonly isMended: boolean;
  /** Null when no model was asked. */
  readonly usage: ModelUsage | null;
}

export interface SlideToWrite {
  readonly brief: LectureBrief;
  readonly outline: Outline;
  readonly slide: OutlineSlide;
}

/** The sentences of one slide, in order. */
export interface NarrationToTag {
  readonly sentences: readonly string[];
  readonly language: string;
  readonly model: string | null;
  /** From 1. */
  readonly attempt: number;
}

/** Writes a lecture. A call stops when its signal is aborted. */
export interface Writer {
  /** Stands in the plan, the outline and the result: "extractive". */
  readonly id: string;
  /** Changes when rules, tables or prompts change what it writes: part of every step key. */
  readonly fingerprint: string;
  /** The part of an outline that the script of one slide depends on, beside the slide itself: part of its step key. */
  matterOf(input: { readonly outline: Outline; readonly slide: OutlineSlide }): JsonValue;
  /** Plans the deck; thin matter may give fewer slides where no model writes. Throws InputError, ProviderError. */
  writeOutline(brief: LectureBrief, signal: AbortSignal): Promise<Written<Outline>>;
  /** Writes one slide of that outline; slides do not depend on the order in which they are asked for. */
  writeSlide(input: SlideToWrite, signal: AbortSignal): Promise<Written<SlideScript>>;
  /**
   * Tags the sentences that should sound otherwise than the rest. Null for a writer that leaves this to the rules; a value of
   * null leaves these sentences to them.
   */
  readonly tagNarration:
    | ((input: NarrationToTag, signal: AbortSignal) => Promise<Written<readonly SentenceTag[] | null>>)
    | null;
}

/** What the user wants of a model. */
export interface WantedModel {
  /** Null leaves the choice to the writer. */
  readonly model: string | null;
  /** Whether a missing one may be downloaded. */
  readonly mayPull: boolean;
}

/** A model that is there, loaded and ready. */
export interface ReadyModel {
  readonly model: string;
  /** Which weights the name means now; null where the server does not tell. */
  readonly digest: string | null;
  readonly warnings: readonly Warning[];
}

/** Progress of what takes long before a model can write: a download, a load. */
export interface ModelProgress {
  /** What goes on, such as "Downloading llama3.1:8b". */
  readonly what: string;
  /** Null when the total is not known. */
  readonly doneBytes: number | null;
  readonly totalBytes: number | null;
}

/** A writer that needs a model, which may not be there. */
export interface ModelWriter extends Writer {
  /**
   * Makes a model ready: finds or starts its server, downloads the model if it may, and loads it. Null when no server is
   * there. Throws MODEL_MISSING, PROVIDER_UNSUITABLE and what the wire throws.
   */
  prepareModel(
    wanted: WantedModel,
    report: (progress: ModelProgress) => void,
    signal: AbortSignal,
  ): Promise<ReadyModel | null>;
}
