import type { TitleRules, WritingLanguage } from '../languages/writing-language.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { contentStems, plainWords } from '../wording/content-stems.ts';
import { likeness, weighStems } from './weigh-stems.ts';

const DAMPING = 0.85;
const ROUNDS = 30;
const NEIGHBOUR_LIKENESS = 0.05;
/** Every pair is compared: beyond this many only the sentences with the commonest matter are. */
const MAX_COMPARED = 250;

function mostCentralByWords(sentences: readonly MatterSentence[]): MatterSentence[] {
  if (sentences.length <= MAX_COMPARED) return [...sentences];
  const uses = new Map<string, number>();
  for (const sentence of sentences) for (const stem of sentence.stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const mean = (sentence: MatterSentence): number =>
    sentence.stems.reduce((sum, stem) => sum + (uses.get(stem) ?? 0), 0) / Math.max(4, sentence.stems.length);
  return sentences
    .map((sentence) => ({ sentence, weight: mean(sentence) }))
    .sort((a, b) => b.weight - a.weight || a.sentence.index - b.sentence.index)
    .slice(0, MAX_COMPARED)
    .map((entry) => entry.sentence)
    .sort((a, b) => a.index - b.index);
}

/** Rank by links to other sentences, 0 to 1 by sentence index. Sentences that were not compared have none. */
function rankByLinks(sentences: readonly MatterSentence[], weight: (stem: string) => number): Map<number, number> {
  const links = sentences.map(() => sentences.map(() => 0));
  sentences.forEach((a, i) => {
    for (let j = i + 1; j < sentences.length; j += 1) {
      const value = likeness(a.stems, sentences[j]?.stems ?? [], weight);
      const link = value < NEIGHBOUR_LIKENESS ? 0 : value;
      links[i]?.splice(j, 1, link);
      links[j]?.splice(i, 1, link);
    }
  });
  const sums = links.map((row) => row.reduce((sum, value) => sum + value, 0));
  let ranks = sentences.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = ranks.map((rank, index) => (sums[index] === 0 ? 0 : rank / (sums[index] ?? 1)));
    ranks = links.map((row) => 1 - DAMPING + DAMPING * row.reduce((sum, link, j) => sum + link * (shares[j] ?? 0), 0));
  }
  const top = Math.max(...ranks, 1e-9);
  return new Map(sentences.map((sentence, index) => [sentence.index, (ranks[index] ?? 0) / top]));
}

const withoutArticle = (text: string, { article }: TitleRules): string =>
  article === null ? text : text.replace(article, '');

/** Whether a sentence says what its heading or the document is about: "Evaporation is …" under "Evaporation and rain". */
function definesOneOf(names: readonly string[], text: string, { titles, weights }: WritingLanguage): boolean {
  const said = ` ${withoutArticle(plainWords(text).join(' '), titles)} `;
  return names.some((name) => weights.definingVerbs.some((verb) => said.startsWith(` ${name} ${verb} `)));
}

/** "The causes and effects" names two things, each without its article. */
const namesIn = (title: string, { titles }: WritingLanguage): string[] =>
  title
    .toLowerCase()
    .split(/[:–—]\s/u)
    .flatMap((part) => part.split(titles.separator))
    .map((name) => plainWords(withoutArticle(name, titles)).join(' '))
    .filter((name) => name !== '');

const GOOD_WORDS = { least: 6, most: 24 } as const;

function bias(
  sentence: MatterSentence,
  before: MatterSentence | undefined,
  headingStems: ReadonlySet<string>,
  names: readonly string[],
  language: WritingLanguage,
): number {
  const { defines, example } = language.weights;
  const answers = before?.isQuestion === true && before.passageId === sentence.passageId;
  const opens = sentence.isFirst || (answers && before.isFirst);
  const inHeading = sentence.stems.filter((stem) => headingStems.has(stem)).length;
  const isGoodLength = sentence.wordCount >= GOOD_WORDS.least && sentence.wordCount <= GOOD_WORDS.most;
  return (
    (opens ? 0.15 : 0) +
    Math.min(2, inHeading) * 0.15 +
    (defines?.test(sentence.text) === true ? 0.15 : 0) +
    (definesOneOf(names, sentence.text, language) ? 0.5 : 0) +
    (answers ? 0.25 : 0) +
    (/\p{N}/u.test(sentence.text) ? 0.05 : 0) -
    (sentence.needs === null && language.links.leansOnOthers(sentence.text) ? 0.4 : 0) -
    (example?.test(sentence.text) === true ? 0.15 : 0) -
    (isGoodLength ? 0 : 0.2)
  );
}

/**
 * Returns the weight of each sentence by its index, about 0 to 1.5: how central it is among the given sentences, then
 * its place, the heading's words, definitions and length. Source: TextRank (Mihalcea and Tarau 2004) with the idf
 * cosine of LexRank (Erkan and Radev 2004).
 */
export function rankSentences(
  sentences: readonly MatterSentence[],
  heading: string,
  matter: DocumentMatter,
): ReadonlyMap<number, number> {
  const ranks = rankByLinks(mostCentralByWords(sentences), weighStems(matter));
  const { language } = matter;
  const inHeading = new Set(contentStems(heading, language.words));
  const names = [...namesIn(heading, language), ...namesIn(matter.title, language)];
  return new Map(
    sentences.map((one, at) => [
      one.index,
      (ranks.get(one.index) ?? 0) + bias(one, sentences[at - 1], inHeading, names, language),
    ]),
  );
}
