import type { ModelUsage } from '../../contract/step-result.ts';
import { type OutlineAnswer, type OutlineAnswerLimits, outlineAnswerSchema } from '../answers/outline-answer.ts';
import { joinParts, partedOutlineAnswerSchema } from '../answers/parted-outline-answer.ts';
import { toJsonSchema } from '../answers/to-json-schema.ts';
import { askGuarded } from '../guarding/ask-guarded.ts';
import { checkOutlineAnswer } from '../guarding/check-outline-answer.ts';
import type { Problem } from '../guarding/guarding-rules.ts';
import { mendOutlineAnswer } from '../guarding/mend-outline-answer.ts';
import type { NamedPassage } from '../prompts/name-passages.ts';
import { type OutlinePart, outlinePrompt } from '../prompts/outline-prompt.ts';
import { documentForOutline } from '../prompts/prompt-document.ts';
import type { LectureBrief } from '../writer.ts';
import { outlineAnswerTokens } from './answer-tokens.ts';
import { givenOf, judgedPassages } from './judged-text.ts';
import { type ModelAsking, modelOf } from './model-asking.ts';
import { offerLayouts } from './offer-layouts.ts';
import { pathInParts } from './path-in-parts.ts';
import { seedOf } from './seed-of.ts';

const TEMPERATURE = 0.4;

/** An outline that can be used, or a part of one. */
export interface AskedOutline {
  readonly answer: OutlineAnswer;
  readonly isMended: boolean;
  readonly changes: readonly string[];
  readonly usage: ModelUsage;
}

export interface OutlineQuestion {
  readonly contentSlides: number;
  /** How many of them each section has; null for one row of slides. */
  readonly sections: readonly number[] | null;
  /** Of the whole lecture. */
  readonly slides: number;
  /** To plan from; null for a topic alone. */
  readonly passages: readonly NamedPassage[] | null;
  readonly part: OutlinePart | 'parts' | null;
}

/** Asks a model for an outline in one answer. Throws what guarding and the transport throw. */
export async function askOutlineAnswer(
  asking: ModelAsking,
  brief: LectureBrief,
  { contentSlides, part, passages, sections, slides }: OutlineQuestion,
  signal: AbortSignal,
): Promise<AskedOutline> {
  const { contextTokens, name, transport } = asking;
  const { attempt, document, language, variation } = brief;
  const model = modelOf(brief);
  const maxAnswerTokens = outlineAnswerTokens(contentSlides, language);
  const digest =
    document === null || passages === null
      ? null
      : documentForOutline(document, passages, { contextTokens, maxAnswerTokens });
  const layouts = part === 'parts' ? (['bullets'] as const) : offerLayouts(digest?.passages ?? []);
  const messages = outlinePrompt({ brief, slides, contentSlides, sections, layouts, digest, part });
  const shown = digest?.passages.map((passage) => passage.name) ?? [];
  const { schema, shape } = formOf({ contentSlides, layouts, passages: shown }, sections);
  const context = { language, given: givenOf(brief), passages: judgedPassages(digest?.passages ?? []) };
  const { answer, changes, problemsMended, usage } = await askGuarded(
    {
      transport,
      question: {
        model,
        messages,
        schema: toJsonSchema(shape),
        schemaName: 'outline',
        temperature: TEMPERATURE,
        seed: seedOf('outline', variation, attempt, messages.at(-1)?.content ?? ''),
        maxAnswerTokens,
      },
      schema,
      check: (candidate) => checkOutlineAnswer(candidate, context).map((problem) => asWritten(problem, sections)),
      mend: (candidate) => mendOutlineAnswer(candidate, context),
      describe: { provider: name, what: 'the outline' },
    },
    signal,
  );
  return { answer, changes, isMended: problemsMended.length > 0, usage };
}

/** What a model is held to, and what its answer becomes: an answer in parts becomes one row of slides. */
function formOf(limits: OutlineAnswerLimits, sections: readonly number[] | null) {
  if (sections === null) {
    const shape = outlineAnswerSchema(limits);
    return { shape, schema: shape };
  }
  const shape = partedOutlineAnswerSchema({ ...limits, sizes: sections });
  return { shape, schema: shape.transform(joinParts) };
}

/** A model finds what is wrong only by the place that it wrote it at. */
function asWritten(problem: Problem, sections: readonly number[] | null): Problem {
  return sections === null ? problem : { ...problem, path: pathInParts(problem.path, sections) };
}
