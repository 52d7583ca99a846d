import { ProviderError } from '../../contract/errors.ts';
import type { ModelUsage } from '../../contract/step-result.ts';
import type { SentenceTag } from '../../narration/tag-as-told.ts';
import { prosodyAnswerSchema } from '../answers/prosody-answer.ts';
import { toJsonSchema } from '../answers/to-json-schema.ts';
import { toTags } from '../drafting/to-tags.ts';
import { askGuarded } from '../guarding/ask-guarded.ts';
import { checkProsodyAnswer } from '../guarding/check-prosody-answer.ts';
import { mendProsodyAnswer } from '../guarding/mend-prosody-answer.ts';
import { quoteExcerpt } from '../guarding/quote-excerpt.ts';
import type { ModelTransport } from '../model-transport.ts';
import { prosodyPrompt } from '../prompts/prosody-prompt.ts';
import { sumUsage } from '../sum-usage.ts';
import type { NarrationToTag, Written } from '../writer.ts';
import { tagsAnswerTokens } from './answer-tokens.ts';
import { type ModelAsking, modelOf } from './model-asking.ts';
import { seedOf } from './seed-of.ts';
import { tellMended } from './tell-mended.ts';

const TEMPERATURE = 0.2;
/** The same as the schema allows: two in five. */
const MOST_TAGGED_SHARE = 0.4;
/** One sentence cannot sound otherwise than the rest. */
const FEWEST_SENTENCES = 2;

/**
 * Asks a model which sentences should sound otherwise. Where its answer cannot be used the rules tag them, with a warning.
 * Throws what the transport throws.
 */
export async function askTags(
  { name, transport }: ModelAsking,
  narration: NarrationToTag,
  signal: AbortSignal,
): Promise<Written<readonly SentenceTag[] | null>> {
  const { attempt, sentences } = narration;
  if (sentences.length < FEWEST_SENTENCES) return { value: null, warnings: [], isMended: false, usage: null };
  const mostTags = Math.max(1, Math.ceil(sentences.length * MOST_TAGGED_SHARE));
  const schema = prosodyAnswerSchema(sentences.length);
  const context = { sentences };
  const watched = watch(transport);
  try {
    const { answer, changes, problemsMended, usage } = await askGuarded(
      {
        transport: watched,
        question: {
          model: modelOf(narration),
          messages: prosodyPrompt(narration, mostTags),
          schema: toJsonSchema(schema),
          schemaName: 'tags',
          temperature: TEMPERATURE,
          seed: seedOf('tags', attempt, ...sentences),
          maxAnswerTokens: tagsAnswerTokens(mostTags),
        },
        schema,
        check: (candidate) => checkProsodyAnswer(candidate, context),
        mend: (candidate) => mendProsodyAnswer(candidate, context),
        describe: { provider: name, what: 'the tags of a narration' },
      },
      signal,
    );
    const message = tellMended(`The tagging of ${beginningOf(sentences)}`, changes);
    const warnings = changes.length === 0 ? [] : [{ code: 'PROSODY_MENDED', message }];
    return { value: toTags(answer), warnings, isMended: problemsMended.length > 0, usage };
  } catch (error) {
    if (error === watched.failure() || !(error instanceof ProviderError) || error.code !== 'PROVIDER_BAD_OUTPUT') {
      throw error;
    }
    // The way out of an error is none here: the narration is tagged.
    const [reason = ''] = error.message.split('; try again');
    const message = `Rules tagged ${beginningOf(sentences)}: ${reason}.`;
    return { value: null, warnings: [{ code: 'PROSODY_BY_RULE', message }], isMended: true, usage: watched.usage() };
  }
}

const MOST_QUOTED_CHARACTERS = 40;

/** A narration is known by how it begins. */
const beginningOf = ([first = '']: readonly string[]): string =>
  `the narration ${quoteExcerpt(first, MOST_QUOTED_CHARACTERS)}`;

/**
 * A transport that remembers what it threw, since a broken line is tried again and an answer of no use is not, and what it
 * cost, since an answer of no use was paid for.
 */
function watch(transport: ModelTransport): ModelTransport & { failure(): unknown; usage(): ModelUsage } {
  let thrown: unknown = null;
  const asked: ModelUsage[] = [];
  return {
    ask: async (question, signal) => {
      try {
        const answer = await transport.ask(question, signal);
        asked.push({ ...answer, requests: 1 });
        return answer;
      } catch (error) {
        thrown = error;
        throw error;
      }
    },
    failure: () => thrown,
    usage: () => sumUsage(asked),
  };
}
