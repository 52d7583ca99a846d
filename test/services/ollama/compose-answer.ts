import { createHash } from 'node:crypto';
import { createRandom } from '../../../src/deck/seeds/create-random.ts';
import type { GenerationRequest } from './generation-request.ts';
import { languageOf } from './language-of.ts';
import type { OllamaFault } from './ollama-fault.ts';
import { createProse, createStuckProse, type Prose, type ProseLanguage } from './prose.ts';
import { writeJson } from './schema/write-json.ts';

/**
 * A fixed answer for a request: a text as it is, any other value as JSON, `undefined` for the usual seeded text.
 * Faults of the text (`repeated-text`, `wrong-language`) win over it.
 */
export type AnswerHook = (request: GenerationRequest) => unknown;

const SOME_JSON = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };

/**
 * Composes the text of an answer. Equal requests get equal answers. The language is Hindi when the messages name Hindi or
 * are written in it, and English else, unless `language` says otherwise.
 */
export function composeAnswer(
  request: GenerationRequest,
  fault: OllamaFault | null,
  hook: AnswerHook | null,
  language: ProseLanguage | null,
): string {
  if (fault === 'empty-200') return '';
  const content = composeText(request, fault, hook, language);
  return fault === 'broken-json' ? `${content.slice(0, Math.ceil(content.length * 0.6))},}` : content;
}

/** What a request asks, as one text: the prompt whose tokens count. */
export function promptOf({ messages }: GenerationRequest): string {
  return messages.map(({ role, content }) => `<|${role}|>${content}`).join('\n');
}

/** What was asked for at first: a repair quotes an answer, which may be in another language than the one asked for. */
function questionOf(request: GenerationRequest): string {
  const answered = request.messages.findIndex(({ role }) => role === 'assistant');
  return promptOf({ ...request, messages: answered < 0 ? request.messages : request.messages.slice(0, answered) });
}

function composeText(
  request: GenerationRequest,
  fault: OllamaFault | null,
  hook: AnswerHook | null,
  language: ProseLanguage | null,
): string {
  const isOfText = fault === 'repeated-text' || fault === 'wrong-language';
  const fixed = isOfText || hook === null ? undefined : hook(request);
  if (typeof fixed === 'string') return fixed;
  if (fixed !== undefined) return JSON.stringify(fixed);
  const random = createRandom(seedOf(request));
  const prose = proseFor(language ?? languageOf(questionOf(request)), fault, random);
  const { format } = request;
  if (format !== null) return JSON.stringify(writeJson(format === 'json' ? SOME_JSON : format, prose, random));
  const sentenceCount = fault === 'repeated-text' ? 40 : 3 + Math.floor(random() * 3);
  return Array.from({ length: sentenceCount }, () => prose.sentence()).join(' ');
}

function proseFor(language: ProseLanguage, fault: OllamaFault | null, random: () => number): Prose {
  const other = language === 'hi' ? 'en' : 'hi';
  const prose = createProse(fault === 'wrong-language' ? other : language, random);
  return fault === 'repeated-text' ? createStuckProse(prose) : prose;
}

function seedOf(request: GenerationRequest): number {
  const { model, messages, format, options } = request;
  const text = JSON.stringify([model, messages, format, options.seed ?? null]);
  return createHash('sha256').update(text).digest().readInt32LE(0);
}
