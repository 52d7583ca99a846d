import type { ModelUsage } from '../../contract/step-result.ts';
import { type OutlineAnswer, outlineAnswerSchema } from '../answers/outline-answer.ts';
import { toJsonSchema } from '../answers/to-json-schema.ts';
import { askGuarded } from '../guarding/ask-guarded.ts';
import { checkOutlineAnswer } from '../guarding/check-outline-answer.ts';
import { mendOutlineAnswer } from '../guarding/mend-outline-answer.ts';
import type { NamedPassage } from '../prompts/name-passages.ts';
import { type OutlinePart, outlinePrompt } from '../prompts/outline-prompt.ts';
import { documentForOutline } from '../prompts/prompt-document.ts';
import type { LectureBrief } from '../writer.ts';
import { outlineAnswerTokens } from './answer-tokens.ts';
import { givenOf, judgedPassages } from './judged-text.ts';
import { type ModelAsking, modelOf } from './model-asking.ts';
import { offerLayouts } from './offer-layouts.ts';
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
  { contentSlides, part, passages, slides }: OutlineQuestion,
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
  const messages = outlinePrompt({ brief, slides, contentSlides, layouts, digest, part });
  const shown = digest?.passages.map((passage) => passage.name) ?? [];
  const schema = outlineAnswerSchema({ contentSlides, layouts, passages: shown });
  const context = { language, given: givenOf(brief), passages: judgedPassages(digest?.passages ?? []) };
  const { answer, changes, problemsMended, usage } = await askGuarded(
    {
      transport,
      question: {
        model,
        messages,
        schema: toJsonSchema(schema),
        schemaName: 'outline',
        temperature: TEMPERATURE,
        seed: seedOf('outline', variation, attempt, messages.at(-1)?.content ?? ''),
        maxAnswerTokens,
      },
      schema,
      check: (candidate) => checkOutlineAnswer(candidate, context),
      mend: (candidate) => mendOutlineAnswer(candidate, context),
      describe: { provider: name, what: 'the outline' },
    },
    signal,
  );
  return { answer, changes, isMended: problemsMended.length > 0, usage };
}
