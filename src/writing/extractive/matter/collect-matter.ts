import { InputError } from '../../../contract/errors.ts';
import type { Passage, SourceDocument } from '../../../contract/schemas/source-document.ts';
import { findWritingLanguage } from '../languages/find-writing-language.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import { cleanSentence } from '../wording/clean-sentence.ts';
import { contentStems, plainWords } from '../wording/content-stems.ts';
import { cutToPoint, wholePoint } from '../wording/cut-to-point.ts';
import { capitalizeFirst } from '../wording/set-typography.ts';
import type { DocumentMatter, MatterSentence } from './document-matter.ts';
import { listSentences } from './list-sentences.ts';
import { pointKey } from './point-key.ts';
import { splitAttribution } from './split-attribution.ts';

const sectionKeyOf = (headingPath: readonly string[]): string => headingPath.join('\u0000');

/** A longer run of "this … it … these …" would drag a whole paragraph onto a slide for one row. */
const MAX_CHAIN = 2;

const isProse = (kind: Passage['kind']): boolean => kind === 'paragraph' || kind === 'quote';

/** Somebody's words make no row: there they would be ours. */
const isSaying = (passage: Passage, text: string): boolean =>
  passage.kind === 'quote' && splitAttribution(text).who !== null;

/** "Toynbee said" without what he said is no row. */
const losesQuote = (text: string, point: string): boolean => text.includes('“') && !point.includes('“');

function pointOf(passage: Passage, text: string, language: WritingLanguage): string | null {
  if (passage.kind === 'table') return wholePoint(text, language);
  const point = cutToPoint(text, language);
  return point === null || losesQuote(text, point) ? null : point;
}

/** Sentences of one passage. One that leans on a dropped sentence is dropped as well: its "this" would mean nothing. */
function passageSentences(passage: Passage, firstIndex: number, language: WritingLanguage): MatterSentence[] {
  const kept: MatterSentence[] = [];
  let previous: MatterSentence | null = null;
  let chainLength = 0;
  for (const source of listSentences(passage, language)) {
    const cleaned = cleanSentence(source, language);
    const bare = cleaned === null ? '' : capitalizeFirst(language.links.cutLeadingConnective(cleaned).text);
    const leans = language.links.isAnaphoric(bare);
    chainLength = leans ? chainLength + 1 : 0;
    const hangsInAir = leans && (previous === null || chainLength > MAX_CHAIN || !isProse(passage.kind));
    if (cleaned === null || hangsInAir) {
      previous = null;
      continue;
    }
    const announcesList = /:["'”’)]*$/u.test(source);
    const sentence: MatterSentence = {
      index: firstIndex + kept.length,
      text: bare,
      linkedText: language.links.kept?.test(cleaned) === true ? cleaned : bare,
      before: previous,
      point: announcesList || isSaying(passage, bare) ? null : pointOf(passage, bare, language),
      passageId: passage.id,
      sectionKey: sectionKeyOf(passage.headingPath),
      kind: passage.kind,
      wordCount: plainWords(bare).length,
      stems: [...new Set(contentStems(bare, language.words))].sort(),
      needs: leans ? previous : null,
      isQuestion: /\?["'”’)]*$/u.test(bare),
      announcesList,
      isFirst: kept.length === 0,
      isRepeat: false,
    };
    kept.push(sentence);
    previous = announcesList ? null : sentence;
  }
  return kept;
}

const smallStemsOf = (sentences: readonly MatterSentence[], { words }: WritingLanguage): ReadonlySet<string> =>
  new Set(
    sentences
      .flatMap((one) => one.text.match(/(?<![\p{L}’-])\p{Ll}[\p{L}’-]*/gu) ?? [])
      .map((word) => words.stem(word)),
  );

function languageOf(document: SourceDocument): WritingLanguage {
  const language = findWritingLanguage(document.language);
  if (language !== null) return language;
  throw new InputError(
    'LANGUAGE_UNSUPPORTED',
    `The writer without a model does not write "${document.language}"; give "${document.name}" in another language.`,
  );
}

const MAX_SPEAKER_CHARS = 120;

const isSpeaker = (passage: Passage | undefined): boolean =>
  passage?.kind === 'quote' && /^\s*(?:[—–]|--?\s)/u.test(passage.text) && passage.text.length <= MAX_SPEAKER_CHARS;

/** Passages with the line that names a speaker, which may be a passage of its own, joined to his words. */
function joinSpeakers(passages: readonly Passage[]): Passage[] {
  return passages.map((passage, at) => {
    if (isSpeaker(passage) && passages[at - 1]?.kind === 'quote') return { ...passage, kind: 'caption' };
    const next = passages[at + 1];
    const isNamed = passage.kind === 'quote' && next !== undefined && isSpeaker(next);
    return isNamed ? { ...passage, text: `${passage.text}\n${next.text}` } : passage;
  });
}

const cache = new WeakMap<SourceDocument, DocumentMatter>();

/** Returns the document's sentences, worked out once for each document object. Throws LANGUAGE_UNSUPPORTED. */
export function collectMatter(document: SourceDocument): DocumentMatter {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const language = languageOf(document);
  const sentences: MatterSentence[] = [];
  const byPassage = new Map<string, readonly MatterSentence[]>();
  const frequencyOfStem = new Map<string, number>();
  const seenPoints = new Set<string>();
  for (const passage of joinSpeakers(document.passages)) {
    const found = passageSentences(passage, sentences.length, language).map((sentence) => {
      const key = sentence.point === null ? null : pointKey(sentence.point);
      const isRepeat = key !== null && seenPoints.has(key);
      if (key !== null) seenPoints.add(key);
      return isRepeat ? { ...sentence, point: null, isRepeat } : sentence;
    });
    for (const sentence of found) {
      for (const stem of sentence.stems) frequencyOfStem.set(stem, (frequencyOfStem.get(stem) ?? 0) + 1);
    }
    sentences.push(...found);
    byPassage.set(passage.id, found);
  }
  const matter: DocumentMatter = {
    language,
    title: document.title,
    sentences,
    smallStems: smallStemsOf(sentences, language),
    passages: new Map(document.passages.map((passage) => [passage.id, passage])),
    byPassage,
    frequencyOfStem,
  };
  cache.set(document, matter);
  return matter;
}
