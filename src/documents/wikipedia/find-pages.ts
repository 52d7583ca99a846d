import { z } from 'zod';
import type { FetchDeps } from '../../platform/guarded-fetch.ts';
import { askWiki, type Wiki } from './ask-wiki.ts';
import { topicWords } from './topic-words.ts';

/** A page that may be about the topic, nothing read of it yet. */
export interface FoundPage {
  readonly pageId: number;
  readonly title: string;
  /** Whether the topic is its title, or one that leads to it. */
  readonly isNamed: boolean;
}

export interface FoundPages {
  /** Best first; no list, no page that only tells meanings apart. */
  readonly pages: readonly FoundPage[];
  /** Whether the topic is the title of a page that tells meanings apart. */
  readonly isAmbiguous: boolean;
}

const MOST_PAGES = 10;
/** Longer ones are no titles but sentences. */
const LONGEST_TITLE_CHARS = 80;
/** https://en.wikipedia.org/wiki/Wikipedia:Page_name#Technical_restrictions_and_limitations; "C#" would be read as "C". */
const NO_TITLE = /[#<>[\]{}|_]|^\s*$/u;
/** What CirrusSearch takes for a command: https://www.mediawiki.org/wiki/Help:CirrusSearch. */
const SEARCH_COMMANDS = /["~*?\\!:|()[\]{}<>^&/=]|(?<=^|\s)[-+]+/gu;
const LIST_TITLE =
  /^(?:lists? of|index of|outline of|timeline of|glossary of|liste (?:de|der|des)|lista (?:de|di)|список)\b|की सूची$|\bसूची$/iu;

const pageSchema = z.object({
  pageid: z.number().int().positive().optional(),
  ns: z.number().int(),
  title: z.string(),
  /** Rank of a hit. */
  index: z.number().optional(),
  missing: z.boolean().optional(),
  invalid: z.boolean().optional(),
  pageprops: z.object({ disambiguation: z.string().optional() }).optional(),
});
/** Without a hit there is no "query" at all. */
const answerSchema = z.object({
  query: z.object({ pages: z.array(pageSchema).default([]) }).optional(),
  batchcomplete: z.boolean().optional(),
});
type WikiPage = z.infer<typeof pageSchema>;

const PAGE_FACTS = { action: 'query', prop: 'pageprops', ppprop: 'disambiguation', redirects: '1' } as const;
const isDisambiguation = (page: WikiPage): boolean => page.pageprops?.disambiguation !== undefined;

function toFound({ pageid, ns, title, missing, invalid }: WikiPage, isNamed: boolean): FoundPage[] {
  const isArticle = ns === 0 && missing !== true && invalid !== true && !LIST_TITLE.test(title);
  return isArticle && pageid !== undefined ? [{ pageId: pageid, title, isNamed }] : [];
}

/**
 * Finds the pages of a wiki that may be about a topic: the one of that title, then what its search ranks highest; when that
 * finds nothing, what has any of the topic's words. Asks two or three times, one after the other as the wiki wants.
 */
export async function findPages(
  { topic, wiki }: { readonly topic: string; readonly wiki: Wiki },
  deps: FetchDeps,
  signal: AbortSignal,
): Promise<FoundPages> {
  const ask = async (query: Readonly<Record<string, string>>): Promise<readonly WikiPage[]> => {
    const answer = await askWiki({ wiki, query: { ...PAGE_FACTS, ...query }, schema: answerSchema }, deps, signal);
    const pages = answer?.query?.pages ?? [];
    return pages.toSorted((one, other) => (one.index ?? 0) - (other.index ?? 0));
  };
  const search = (words: string): Promise<readonly WikiPage[]> =>
    ask({ generator: 'search', gsrsearch: words, gsrnamespace: '0', gsrlimit: String(MOST_PAGES) });

  const articlesOf = (pages: readonly WikiPage[], isNamed: boolean): FoundPage[] =>
    pages.filter((page) => !isDisambiguation(page)).flatMap((page) => toFound(page, isNamed));

  const isTitle = topic.length <= LONGEST_TITLE_CHARS && !NO_TITLE.test(topic);
  const titled = isTitle ? await ask({ titles: topic }) : [];
  const words = topic.replace(SEARCH_COMMANDS, ' ').replace(/\s+/gu, ' ').trim();
  const hits = words === '' ? [] : await search(words);
  const anyWords = topicWords(topic);
  const first = [...articlesOf(titled, true), ...articlesOf(hits, false)];
  const isFound = first.length > 0 || anyWords.length < 2;
  const pages = isFound ? first : articlesOf(await search(anyWords.join(' OR ')), false);
  return {
    pages: pages.filter(({ pageId }, index) => pages.findIndex((page) => page.pageId === pageId) === index),
    isAmbiguous: titled.some(isDisambiguation),
  };
}
