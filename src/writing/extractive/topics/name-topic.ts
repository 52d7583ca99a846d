import { rankSentences } from '../choosing/rank-sentences.ts';
import { captionTitle } from '../exhibits/speak-table.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';
import { plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst, setQuotes } from '../wording/set-typography.ts';
import { keyTerms } from './key-terms.ts';
import type { Topic } from './topic.ts';

/** Two lines of a slide title; a slide with one longer than about 56 gets no picture beside it. */
const MAX_HEADING_CHARS = 70;
/** More cannot be taken in beside what is said. */
const MAX_HEADING_WORDS = 8;
const MIN_CUT_WORDS = 3;
const STATEMENT_WORDS = { least: 3, most: MAX_HEADING_WORDS } as const;
/** One item of a list says less than the list: as a title it would hide the others. */
const LIST_ITEM_PENALTY = 1;
const MAX_NAMED_SECTIONS = 3;
/** "Clouds and dew" may be taken apart in a list; "California medical and family leave" may not. */
const MAX_PAIR_WORDS = 4;
/** A title taken from the rows must leave a row for the slide. */
const MIN_POINTS_FOR_STATEMENT = 2;
/** A comma makes a title long-winded: taken when no statement goes without. */
const COMMA_PENALTY = 1;

const isShort = (title: string): boolean =>
  title.length <= MAX_HEADING_CHARS && countTitleWords(title) <= MAX_HEADING_WORDS;

/** Words as a reader counts them: between spaces, dashes left out. */
const countTitleWords = (title: string): number =>
  title.split(/[\s\u00a0]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * Returns a title of at most 8 words and 70 characters, made by cuts alone: it ends at its colon, dash or comma, else
 * before the last phrase that is too much, else at a word that can end it.
 */
export function shortenTitle(title: string, { titles, clauses }: WritingLanguage): string {
  if (isShort(title)) return title;
  const closed = (text: string): string => {
    let cut = text.replace(/[\s,;:–—-]+$/u, '');
    while (titles.openEnd?.test(cut) === true) cut = cut.replace(titles.openEnd, '');
    return cut;
  };
  const cutsAt = (boundary: RegExp): string[] =>
    [...title.matchAll(boundary)]
      .map((match) => closed(title.slice(0, match.index)))
      .filter((cut) => isShort(cut) && countTitleWords(cut) >= MIN_CUT_WORDS);
  const words = title.split(/\s+/u);
  let count = Math.min(MAX_HEADING_WORDS, words.length);
  while (count > 1 && !isShort(words.slice(0, count).join(' '))) count -= 1;
  const byWord = words.slice(0, count).join(' ').slice(0, MAX_HEADING_CHARS);
  return cutsAt(/[:;?!]\s|\s[–—-]\s/gu).at(-1) ?? cutsAt(clauses.softBoundary).at(-1) ?? closed(byWord);
}

/** The headings of joined sections, or the one above them all when it is theirs. */
function titleOfSections(topic: Topic, matter: DocumentMatter): string {
  const { language } = matter;
  const { separator, states, span, lower } = language.titles;
  const paths = topic.headingPaths;
  const first = paths[0] ?? [];
  let depth = 0;
  while (depth < first.length && paths.every((path) => path[depth] === first[depth])) depth += 1;
  const opensItsParent = first.length === depth;
  if (paths.length === 1 || (opensItsParent && depth > 0)) return shortenTitle(first[depth - 1] ?? '', language);
  const titles = [...new Set(paths.map((path) => path[depth] ?? path.at(-1) ?? ''))];
  const lowered = lower(titles, matter.smallStems);
  const spoken = [capitalizeFirst(lowered[0] ?? ''), ...lowered.slice(1)];
  const parentTitle = first[depth - 1];
  // "Who enforces it?, cases and open questions" is no title, nor is "What a wave is, speed depends on tension and mass".
  if (titles.some((title) => /[?!:;]/u.test(title) || states.test(title)))
    return shortenTitle(parentTitle ?? titles[0] ?? '', language);
  // "Clouds and dew" with "rain" is "Clouds, dew and rain".
  const all = language.typography.listWords(spoken.flatMap((title) => title.split(separator)));
  const isListable = titles.every(
    (title) => title.search(separator) === -1 || plainWords(title).length <= MAX_PAIR_WORDS,
  );
  if (isListable && titles.length <= MAX_NAMED_SECTIONS && isShort(all)) return all;
  if (parentTitle !== undefined) return shortenTitle(parentTitle, language);
  const spanned = span?.(lowered[0] ?? '', spoken.at(-1) ?? '') ?? null;
  return spanned !== null && isShort(spanned) ? spanned : shortenTitle(titles[0] ?? '', language);
}

/** "Waves come in two families:" names the list after it better than any of its items. */
function announcementOf(sentences: readonly MatterSentence[], { links, typography }: WritingLanguage): string | null {
  const at = sentences.findIndex((one, index) => one.announcesList && sentences[index + 1]?.kind === 'list');
  const text = sentences[at]?.text.replace(/[.:]+$/u, '') ?? '';
  const isTitle = isShort(text) && plainWords(text).length >= STATEMENT_WORDS.least;
  return isTitle && !/[,;:]/u.test(text) && !links.leansOnOthers(text) ? typography.joinUnits(text) : null;
}

/** The caption of a table that opens the topic, else its columns: "Share of the price by part". */
function tableTitle(topic: Topic, { passages, language }: DocumentMatter, taken: ReadonlySet<string>): string | null {
  const table = topic.passageIds
    .slice(0, 2)
    .map((id) => passages.get(id)?.table ?? null)
    .find((one) => one !== null);
  if (table == null) return null;
  const caption = captionTitle(table.caption, language);
  const [names = '', values = '', more] = (table.header ?? []).map((head) => head.replace(/\s*\([^()]*\)$/u, ''));
  const byHeads =
    names === '' || values === '' || more !== undefined
      ? null
      : capitalizeFirst(language.exhibits.valuesBy(values, names.toLowerCase()));
  return [caption, byHeads].find((title) => title != null && isShort(title) && !taken.has(pointKey(title))) ?? null;
}

/** The heaviest row that is short enough for a title; null when no other row would be left. */
function statementOf(topic: Topic, matter: DocumentMatter, taken: ReadonlySet<string>): string | null {
  const sentences = topic.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);
  const titleKey = pointKey(matter.title);
  const announced = announcementOf(sentences, matter.language);
  if (announced !== null && !taken.has(pointKey(announced))) return announced;
  const weights = rankSentences(sentences, '', matter);
  const statements = sentences
    .flatMap((one) =>
      one.point === null
        ? []
        : [
            {
              point: one.point,
              weight:
                (weights.get(one.index) ?? 0) -
                (one.kind === 'list' ? LIST_ITEM_PENALTY : 0) -
                (/,(?!\p{N})/u.test(one.point) ? COMMA_PENALTY : 0),
            },
          ],
    )
    .filter(({ point }) => {
      const count = plainWords(point).length;
      const isTitle =
        isShort(point) &&
        count >= STATEMENT_WORDS.least &&
        count <= STATEMENT_WORDS.most &&
        matter.language.clauses.hasFiniteVerb(point);
      return isTitle && !/[;:](?!\p{N})/u.test(point) && !taken.has(pointKey(point)) && pointKey(point) !== titleKey;
    })
    .sort((a, b) => b.weight - a.weight);
  return topic.pointCount >= MIN_POINTS_FOR_STATEMENT ? (statements[0]?.point ?? null) : null;
}

/**
 * Returns the heading of a topic: the document's own, else a statement cut from its strongest short sentence, else its
 * key terms. `taken` holds the keys of headings given already, so that no two slides bear the same.
 */
export function nameTopic(topic: Topic, matter: DocumentMatter, taken: ReadonlySet<string>): string {
  const { language } = matter;
  const { joinUnits, listWords, quotes } = language.typography;
  const own = topic.isContinuation ? '' : joinUnits(setQuotes(titleOfSections(topic, matter), quotes));
  if (own !== '' && !taken.has(pointKey(own))) return own;
  const statement = tableTitle(topic, matter, taken) ?? statementOf(topic, matter, taken);
  if (statement !== null) return statement;
  const sentences = topic.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);
  const opening = pointKey(sentences[0]?.text ?? '');
  const isOwnTitle = taken.size === 0 && !opening.startsWith(pointKey(matter.title));
  if (topic.headingPaths.length === 0 && isOwnTitle)
    return shortenTitle(joinUnits(setQuotes(matter.title, quotes)), language);
  const terms = keyTerms(sentences, matter, 4);
  const pairs = terms.flatMap((a, index) => terms.slice(index + 1).map((b) => capitalizeFirst(listWords([a, b]))));
  const title = [...pairs, ...terms.map(capitalizeFirst)].find((words) => !taken.has(pointKey(words)));
  return title ?? (own || shortenTitle(sentences[0]?.text.replace(/[.!?…]+$/u, '') ?? language.phrases.more, language));
}
