import type { GenerationRequest } from '../generation-request.ts';
import { isRecord } from '../is-record.ts';
import { languageOf } from '../language-of.ts';
import type { ProseLanguage } from '../prose.ts';

type Schema = Record<string, unknown>;

/** What a writer of lectures asks for: a plan, one slide, or how its sentences are to be spoken. */
export interface LectureQuestion {
  readonly kind: 'outline' | 'slide' | 'tags';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly language: ProseLanguage;
  /** Words that the narration should have. */
  readonly wordCount: number;
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
  return {
    kind,
    properties,
    language: languageOf(prompt),
    wordCount: wordCountOf(messages.filter(({ role }) => role === 'user').map(({ content }) => content)) ?? USUAL_WORDS,
    passages: passagesOf(prompt),
  };
}

/** The schemas of an object's properties. */
export function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const entries = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  return Object.fromEntries(entries.flatMap(([name, value]) => (isRecord(value) ? [[name, value]] : [])));
}

/** The schema of a list's items. */
export function itemsOf({ items }: Schema): Schema {
  return isRecord(items) ? items : {};
}

/** The texts that a schema allows, or none where it leaves them open. */
export function choicesOf({ enum: choices }: Schema): readonly string[] {
  return Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [];
}

/** Least and most items of a list. */
export function boundsOf({ minItems, maxItems }: Schema): { readonly least: number; readonly most: number } {
  const least = Number(minItems ?? 0);
  return { least, most: Number(maxItems ?? Math.max(least, 3)) };
}

function kindOf(properties: Readonly<Record<string, Schema>>): LectureQuestion['kind'] | null {
  if ('slides' in properties) return 'outline';
  if ('narration' in properties) return 'slide';
  return 'tags' in properties ? 'tags' : null;
}

/** The last message that says how many words it wants; of several numbers the greatest, which is the whole narration's. */
function wordCountOf(asked: readonly string[]): number | null {
  for (const text of asked.toReversed()) {
    const counts = [...text.matchAll(/(\d+)(?:(?: to |–|-)(\d+))? words/g)].map(
      ([, least, most]) => (Number(least) + Number(most ?? least)) / 2,
    );
    if (counts.length > 0) return Math.round(Math.max(...counts));
  }
  return null;
}

function passagesOf(prompt: string): ReadonlyMap<string, string> {
  return new Map(
    [...prompt.matchAll(/^(p\d+)\b[^:\n]*: *(.+(?:\n(?!p\d+\b|<).+)*)/gm)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
}
