import type { FetchDeps } from '../../platform/guarded-fetch.ts';
import type { DocumentBlock } from '../blocks/document-block.ts';
import type { Wiki } from './ask-wiki.ts';
import type { FoundPage } from './find-pages.ts';
import { readPage, type WikiArticle } from './read-page.ts';
import { shareOfWords, topicWords } from './topic-words.ts';

const MOST_ARTICLES = 3;
/** Requests go one after the other, and the step has to end in time. */
const MOST_READ = 6;
/** An article with less is a stub or a list. */
const LEAST_PROSE_CHARS = 600;
/** From here on one article is enough for a lecture of ten slides. */
const ENOUGH_PROSE_CHARS = 6_000;
/** Of the words of the topic, in the title or the lead; more than that when the title has none of them. */
const LEAST_SHARE_OF_WORDS = 0.5;
const LEAD_CHARS = 2_000;

const proseOf = (blocks: readonly DocumentBlock[]): string =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');

/** "Introduction to photosynthesis" is about Photosynthesis, but "tidal bore" is not about Tide. */
function isAboutTopic(words: readonly string[], title: string, prose: string): boolean {
  const share = shareOfWords(words, `${title} ${prose.slice(0, LEAD_CHARS)}`);
  return share > LEAST_SHARE_OF_WORDS || (share === LEAST_SHARE_OF_WORDS && shareOfWords(words, title) > 0);
}

/**
 * Reads the pages found until there is matter for a lecture: the first that is about the topic and has prose, then others
 * with a word of the topic in their title while the matter is short. Empty when none is about it.
 */
export async function chooseArticles(
  {
    topic,
    language,
    found,
    wiki,
  }: { readonly topic: string; readonly language: string; readonly found: readonly FoundPage[]; readonly wiki: Wiki },
  deps: FetchDeps,
  signal: AbortSignal,
): Promise<WikiArticle[]> {
  const words = topicWords(topic);
  const chosen: WikiArticle[] = [];
  let proseChars = 0;
  let readCount = 0;
  for (const page of found) {
    if (chosen.length >= MOST_ARTICLES || proseChars >= ENOUGH_PROSE_CHARS || readCount >= MOST_READ) break;
    if (chosen.length > 0 && shareOfWords(words, page.title) === 0) continue;
    readCount += 1;
    const article = await readPage({ pageId: page.pageId, language, wiki }, deps, signal);
    if (article === null) continue;
    const prose = proseOf(article.blocks);
    const isAbout = page.isNamed || isAboutTopic(words, article.title, prose);
    if (prose.length < LEAST_PROSE_CHARS || !isAbout) continue;
    chosen.push(article);
    proseChars += prose.length;
  }
  return chosen;
}
