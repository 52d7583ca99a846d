import { InputError } from '../contract/errors.ts';
import { isModelUnused, REQUEST_FIELD_RULES } from '../contract/request-field-rules.ts';
import { type PresentationRequest, requestSchema } from '../contract/schemas/request.ts';
import { projectNameFrom } from '../shared/project-name.ts';
import type { SourceChoice } from './choose-source.ts';

/** The words of the command line, as they were typed; absent ones are left to the defaults. */
export interface RequestWords {
  readonly project?: string | undefined;
  readonly slides?: string | undefined;
  readonly minutes?: string | undefined;
  readonly audience?: string | undefined;
  readonly tone?: string | undefined;
  readonly language?: string | undefined;
  readonly theme?: string | undefined;
  readonly voice?: string | undefined;
  readonly speech?: string | undefined;
  readonly rate?: string | undefined;
  readonly pitch?: string | undefined;
  readonly images?: string | undefined;
  readonly writer?: string | undefined;
  readonly model?: string | undefined;
  readonly quality?: string | undefined;
  readonly captions?: string | undefined;
  readonly variation?: string | undefined;
  /** False under --no-video. */
  readonly video?: boolean | undefined;
  readonly research?: boolean | undefined;
  readonly gate?: boolean | undefined;
  /** Agrees to the download of a missing model. */
  readonly yes?: boolean | undefined;
}

export type NamedRequest = PresentationRequest & { readonly project: string };

/** How each field is typed on the command line, and what it may be. */
const FIELDS = {
  project: { flag: '--project', mustBe: REQUEST_FIELD_RULES.project },
  slides: { flag: '--slides', mustBe: REQUEST_FIELD_RULES.slides },
  minutes: { flag: '--minutes', mustBe: REQUEST_FIELD_RULES.minutes },
  audience: { flag: '--audience', mustBe: REQUEST_FIELD_RULES.audience },
  tone: { flag: '--tone', mustBe: REQUEST_FIELD_RULES.tone },
  language: { flag: '--language', mustBe: REQUEST_FIELD_RULES.language },
  theme: { flag: '--theme', mustBe: REQUEST_FIELD_RULES.theme },
  voice: { flag: '--voice', mustBe: REQUEST_FIELD_RULES.voice },
  speech: { flag: '--speech', mustBe: REQUEST_FIELD_RULES.speech },
  rate_percent: { flag: '--rate', mustBe: `${REQUEST_FIELD_RULES.rate_percent}, such as -10%` },
  pitch_semitones: { flag: '--pitch', mustBe: `${REQUEST_FIELD_RULES.pitch_semitones}, such as +1st` },
  images: { flag: '--images', mustBe: REQUEST_FIELD_RULES.images },
  writer: { flag: '--writer', mustBe: REQUEST_FIELD_RULES.writer },
  model: { flag: '--model', mustBe: REQUEST_FIELD_RULES.model },
  quality: { flag: '--quality', mustBe: REQUEST_FIELD_RULES.quality },
  captions: { flag: '--captions', mustBe: REQUEST_FIELD_RULES.captions },
  variation: { flag: '--variation', mustBe: REQUEST_FIELD_RULES.variation },
  topic: { flag: '--topic', mustBe: REQUEST_FIELD_RULES.topic },
} as const;

type Field = keyof typeof FIELDS;

/**
 * Returns the request that the words ask for, without the document itself, and always with a project: its name, else one
 * made of the file name or the topic. Throws INPUT_INVALID, which names the option and the value.
 */
export function resolveRequest(words: RequestWords, source: SourceChoice): NamedRequest {
  assertOfUse(words, source);
  const fields = {
    project: words.project ?? projectNameFrom(titleOf(source)),
    topic: source.kind === 'topic' ? source.topic : undefined,
    slides: toNumber(words.slides, /^\d+$/),
    minutes: toNumber(words.minutes, /^\d+$/),
    audience: words.audience,
    tone: words.tone,
    language: words.language,
    theme: words.theme,
    voice: words.voice,
    speech: words.speech,
    rate_percent: toNumber(words.rate, /^[+-]?\d+%?$/),
    pitch_semitones: toNumber(words.pitch, /^[+-]?\d+(?:st)?$/),
    images: toNumber(words.images, /^\d+$/),
    writer: words.writer,
    model: words.model,
    pull: words.yes,
    research: words.research,
    gate: words.gate,
    quality: words.quality,
    captions: words.captions,
    variation: toNumber(words.variation, /^\d+$/),
    video: words.video,
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const parsed = requestSchema.safeParse(given);
  if (parsed.success) return { ...parsed.data, project: fields.project };
  const key = parsed.error.issues[0]?.path[0];
  if (!isField(key)) throw parsed.error;
  const { flag, mustBe } = FIELDS[key];
  throw new InputError(
    'INPUT_INVALID',
    `${flag} "${shorten(typedOf(words, source, key))}" is not possible; give ${mustBe}.`,
  );
}

/** Refuses words that would be left out without a word. */
function assertOfUse(words: RequestWords, source: SourceChoice): void {
  if (words.research === true && source.kind !== 'topic') {
    throw new InputError('INPUT_INVALID', '--research reads up on a topic; leave it out where a document is given.');
  }
  if (words.model !== undefined && isModelUnused(words)) {
    throw new InputError(
      'INPUT_INVALID',
      `--model "${shorten(words.model)}" has no use with --writer extractive, which asks no model; leave one of them out.`,
    );
  }
  if (words.variation !== undefined && words.writer === 'extractive') {
    throw new InputError(
      'INPUT_INVALID',
      `--variation "${shorten(words.variation)}" has no use with --writer extractive, which always writes the same; leave one of them out.`,
    );
  }
}

function typedOf(words: RequestWords, source: SourceChoice, field: Field): string {
  if (field === 'topic') return source.kind === 'topic' ? source.topic : '';
  if (field === 'rate_percent') return words.rate ?? '';
  if (field === 'pitch_semitones') return words.pitch ?? '';
  return words[field] ?? '';
}

function titleOf(source: SourceChoice): string {
  if (source.kind === 'topic') return source.topic;
  if (source.kind === 'url') return titleOfAddress(source.url);
  // Both separators: the name must not hold a path on any system.
  return source.kind === 'file' ? (source.path.split(/[/\\]/).at(-1) ?? '') : 'lecture';
}

/** The last part of the path that has letters, else the host. */
function titleOfAddress({ hostname, pathname }: URL): string {
  const parts = pathname.split('/').filter((part) => /\p{L}|%/u.test(part) && !/^index\.\w+$/iu.test(part));
  const last = parts.at(-1);
  if (last === undefined) return hostname.replace(/^www\./u, '').replace(/\.[^.]+$/u, '');
  try {
    return decodeURIComponent(last);
  } catch (error) {
    // A stray "%" is a character like any other.
    if (error instanceof URIError) return last.replaceAll('%', ' ');
    throw error;
  }
}

/** Words that are no number stay words, so that the schema refuses them. */
function toNumber(typed: string | undefined, pattern: RegExp): number | string | undefined {
  return typed === undefined || !pattern.test(typed) ? typed : Number.parseInt(typed, 10);
}

function isField(key: unknown): key is Field {
  return typeof key === 'string' && Object.hasOwn(FIELDS, key);
}

/** Control characters would be obeyed by the terminal that shows the sentence. */
function shorten(value: string): string {
  const shown = value.replaceAll(/\p{Cc}+/gu, ' ');
  return shown.length <= 60 ? shown : `${shown.slice(0, 57)}…`;
}
