import type { GenerationRequest } from '../generation-request.ts';
import { isRecord } from '../is-record.ts';
import { languageOf } from '../language-of.ts';
import type { ProseLanguage } from '../prose.ts';
import { propertiesOf, type Schema } from './schema-parts.ts';

/** What a writer of lectures asks for: a plan, one slide, or how its sentences are to be spoken. */
export interface LectureQuestion {
  readonly kind: 'outline' | 'slide' | 'tags';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly language: ProseLanguage;
  /** Heading that the slide has in the plan; null when the prompt has none. */
  readonly heading: string | null;
  /** Words that the narration should have, and sentences; null leaves these to the words. */
  readonly wordCount: number;
  readonly sentenceCount: number | null;
  /** Text of each passage that the prompt shows, by its short name. */
  readonly passages: ReadonlyMap<string, string>;
}

const USUAL_WORDS = 60;

/** Reads a request, or returns null when it asks for something else than a lecture. */
export function readLectureQuestion({ format, messages }: GenerationRequest): LectureQuestion | null {
  if (!isRecord(format)) return null;
  const properties = propertiesOf(format);
  const kind = kindOf(properties);
  if (kind === null) return null;
  const prompt = messages.map(({ content }) => content).join('\n');
  // Only what was asked before the first answer: a second question says what is wrong with that.
  const answeredAt = messages.findIndex(({ role }) => role === 'assistant');
  const asked = messages.slice(0, answeredAt === -1 ? messages.length : answeredAt).at(-1)?.content ?? '';
  const numberBefore = (unit: string) => lastMatch(asked, new RegExp(`(\\d+) ${unit}`, 'g'));
  const sentenceCount = numberBefore('sentences');
  return {
    kind,
    properties,
    language: languageOf(lastMatch(asked, /(?:Language:|All texts in|narration in) (\w+)/g) ?? prompt),
    heading: lastMatch(asked, /^Now write slide \d+ of \d+: (.+)$/gm),
    wordCount: Number(numberBefore('words in all') ?? USUAL_WORDS),
    sentenceCount: sentenceCount === null ? null : Number(sentenceCount),
    passages: passagesOf(prompt),
  };
}

function kindOf(properties: Readonly<Record<string, Schema>>): LectureQuestion['kind'] | null {
  if ('slides' in properties || 'parts' in properties) return 'outline';
  if ('narration' in properties) return 'slide';
  return 'tags' in properties ? 'tags' : null;
}

function lastMatch(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[1] ?? null;
}

/** "p3 (table): …" and the lines set in below it. */
function passagesOf(prompt: string): ReadonlyMap<string, string> {
  const found = prompt.matchAll(/^(p\d+)(?: \(\w+\))?: (.*(?:\n {2}.*)*)$/gm);
  return new Map([...found].map(([, name = '', text = '']) => [name, text]));
}
