import type { z } from 'zod';
import type { OutlineSlide } from '../../contract/schemas/outline.ts';
import type { SlideScript } from '../../contract/schemas/slide-script.ts';
import type { Warning } from '../../contract/step-result.ts';
import type { AnswerKind } from '../answers/answer-kind.ts';
import { type SlideAnswer, slideAnswerSchema } from '../answers/slide-answer.ts';
import { toJsonSchema } from '../answers/to-json-schema.ts';
import { narrationSize } from '../drafting/narration-size.ts';
import { toScript } from '../drafting/to-script.ts';
import { askGuarded } from '../guarding/ask-guarded.ts';
import { checkSlideAnswer } from '../guarding/check-slide-answer.ts';
import { mendSlideAnswer } from '../guarding/mend-slide-answer.ts';
import { type NamedPassage, passagesOf } from '../prompts/name-passages.ts';
import { slidePrompt } from '../prompts/slide-prompt.ts';
import type { SlideToWrite, Written } from '../writer.ts';
import { slideAnswerTokens } from './answer-tokens.ts';
import { givenOf, judgedPassages } from './judged-text.ts';
import { type ModelAsking, modelOf } from './model-asking.ts';
import { seedOf } from './seed-of.ts';
import { tellMended } from './tell-mended.ts';

const TEMPERATURE = 0.5;
/** Of the sentences asked for. */
const SENTENCES = { leastShare: 0.5, mostShare: 1.6 } as const;

/** Asks a model for one slide of an outline. Throws what guarding and the transport throw. */
export async function askSlide(
  { contextTokens, name, transport }: ModelAsking,
  work: SlideToWrite,
  signal: AbortSignal,
): Promise<Written<SlideScript>> {
  const { brief, outline, slide } = work;
  const own = passagesOf(brief.document, slide.passageIds);
  const kind = kindOf(slide, own.length > 0);
  const size = narrationSize(slide);
  const maxAnswerTokens = slideAnswerTokens(size.words, brief.language);
  const schema = slideAnswerSchema({
    kind,
    wantsPicture: slide.pictureKeywords !== null,
    passages: own.map((passage) => passage.name),
    sentences: {
      least: Math.max(1, Math.floor(size.sentences * SENTENCES.leastShare)),
      most: Math.ceil(size.sentences * SENTENCES.mostShare) + 1,
    },
  });
  const context = {
    kind,
    heading: slide.heading,
    words: size.words,
    language: brief.language,
    given: givenOf(brief, outline),
    passages: judgedPassages(own),
    ...(slide.role === 'content' ? {} : { whole: judgedPassages(passagesOfAll(work)) }),
  };
  const { answer, changes, problemsMended, usage } = await askGuarded<SlideAnswer>(
    {
      transport,
      question: {
        model: modelOf(brief),
        messages: slidePrompt({ ...work, kind, size, contextTokens, maxAnswerTokens }),
        schema: toJsonSchema(schema),
        schemaName: 'slide',
        temperature: TEMPERATURE,
        seed: seedOf('slide', slide.id, brief.variation, brief.attempt),
        maxAnswerTokens,
      },
      // The compiler loses which fields a kind has in the union of all kinds; each of them is one of SlideAnswer's.
      schema: schema as z.ZodType<SlideAnswer>,
      check: (candidate) => checkSlideAnswer(candidate, context),
      mend: (candidate) => mendSlideAnswer(candidate, context),
      describe: { provider: name, what: `the slide “${slide.heading}”` },
    },
    signal,
  );
  return {
    value: toScript(answer, work),
    warnings: changes.length === 0 ? [] : [mended(slide, changes)],
    isMended: problemsMended.length > 0,
    usage,
  };
}

const passagesOfAll = ({ brief, outline }: SlideToWrite): readonly NamedPassage[] =>
  passagesOf(
    brief.document,
    outline.slides.flatMap(({ passageIds }) => passageIds),
  );

/** What nobody said cannot be quoted: a slide without passages shows rows, also when an edited outline wants more. */
function kindOf({ layout, role }: OutlineSlide, hasPassages: boolean): AnswerKind {
  if (role !== 'content') return role;
  switch (layout) {
    case 'definition':
    case 'table':
      return layout;
    case 'quote':
    case 'big-number':
    case 'chart':
      return hasPassages ? layout : 'bullets';
    default:
      return 'bullets';
  }
}

function mended({ heading }: OutlineSlide, changes: readonly string[]): Warning {
  return { code: 'SCRIPT_MENDED', message: tellMended(`The slide “${heading}”`, changes) };
}
