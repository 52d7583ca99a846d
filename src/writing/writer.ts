// The port of everything that writes: from a document to an outline, from a slide of the outline to its script.
// In: a document as Lectra reads it. Out: Outline and SlideScript. Must not know files, artifacts, Temporal or settings.
import type { Outline, OutlineSlide } from '../contract/schemas/outline.ts';
import type { SlideScript } from '../contract/schemas/slide-script.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import type { JsonValue } from '../shared/canonical-json.ts';

/** Writes a lecture. The same input gives the same answer; a call stops when its signal is aborted. */
export interface Writer {
  /** Stands in the plan, the outline and the result: "extractive". */
  readonly id: string;
  /** Changes when rules, tables or prompts change what it writes: part of every step key. */
  readonly fingerprint: string;
  /** The part of an outline that the script of one slide depends on, beside the slide itself: part of its step key. */
  matterOf(input: { readonly outline: Outline; readonly slide: OutlineSlide }): JsonValue;
  /** Plans the deck. `slides` counts cover and closing; thin matter gives fewer. Throws InputError. */
  writeOutline(
    input: { readonly document: SourceDocument; readonly slides: number; readonly language: string },
    signal: AbortSignal,
  ): Promise<Outline>;
  /** Writes one slide of that outline; slides do not depend on the order in which they are asked for. */
  writeSlide(
    input: { readonly document: SourceDocument; readonly outline: Outline; readonly slide: OutlineSlide },
    signal: AbortSignal,
  ): Promise<SlideScript>;
}
