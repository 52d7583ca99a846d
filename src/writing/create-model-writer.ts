import type { Outline, OutlineSlide } from '../contract/schemas/outline.ts';
import type { JsonValue } from '../shared/canonical-json.ts';
import { askOutline } from './asking/ask-outline.ts';
import { askSlide } from './asking/ask-slide.ts';
import { askTags } from './asking/ask-tags.ts';
import type { ModelTransport } from './model-transport.ts';
import { MODEL_WRITING_FINGERPRINT } from './model-writing-fingerprint.ts';
import type { ModelWriter } from './writer.ts';

export interface ModelWriterInput {
  /** Stands in plans, outlines and results: "ollama". */
  readonly id: string;
  /** For errors: "Ollama". */
  readonly name: string;
  readonly transport: ModelTransport;
  /** Of one call, prompt and answer together: how much of a document a prompt may hold. */
  readonly contextTokens: number;
  readonly prepareModel: ModelWriter['prepareModel'];
}

/**
 * Creates a writer that asks a model over a transport: one call an outline, one a slide, one for its tags. Answers are
 * checked, asked for once more with what is wrong, then mended by rule with a warning. Throws PROVIDER_BAD_OUTPUT for an
 * answer that cannot be mended, DOCUMENT_TOO_THIN, LANGUAGE_UNSUPPORTED, and what the transport throws.
 */
export function createModelWriter({ id, name, transport, contextTokens, prepareModel }: ModelWriterInput): ModelWriter {
  const asking = { id, name, transport, contextTokens };
  return {
    id,
    // How much a prompt holds of a document changes what is written.
    fingerprint: `${MODEL_WRITING_FINGERPRINT}-${contextTokens}`,
    matterOf,
    prepareModel,
    writeOutline: (brief, signal) => askOutline(asking, brief, signal),
    writeSlide: (work, signal) => askSlide(asking, work, signal),
    tagNarration: (narration, signal) => askTags(asking, narration, signal),
  };
}

/** All of the outline stands in the prompt of each slide; the last slide names the pages that all of them use, too. */
function matterOf({ outline, slide }: { readonly outline: Outline; readonly slide: OutlineSlide }): JsonValue {
  const { slides, subtitle, title } = outline;
  return {
    title,
    subtitle,
    slides: slides.map(({ claim, covers, heading, id, layout, passageIds, role }) => ({
      id,
      role,
      layout,
      heading,
      claim,
      covers,
      passageIds: slide.role === 'closing' ? passageIds : [],
    })),
  };
}
