import { z } from 'zod';
import type { FetchDeps } from '../../platform/guarded-fetch.ts';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { collectPageBlocks } from '../html/collect-page-blocks.ts';
import { parsePage } from '../html/parse-page.ts';
import { askWiki, type Wiki } from './ask-wiki.ts';
import { cleanWikiBlocks } from './clean-wiki-blocks.ts';
import { clearWikiPage } from './clear-wiki-page.ts';

/** One article, clean. */
export interface WikiArticle {
  readonly title: string;
  /** Of the text that was read. */
  readonly revisionId: number;
  /** The lead first; no heading of the whole. */
  readonly blocks: readonly DocumentBlock[];
}

const answerSchema = z.object({
  parse: z.object({ title: z.string().min(1), revid: z.number().int().positive(), text: z.string() }),
});

/**
 * Reads an article as the wiki renders it, with its headings, lists and tables; null when the page is gone meanwhile.
 * `action=parse` and not `prop=extracts`, which leaves out tables: https://www.mediawiki.org/wiki/API:Parsing_wikitext.
 */
export async function readPage(
  { pageId, language, wiki }: { readonly pageId: number; readonly language: string; readonly wiki: Wiki },
  deps: FetchDeps,
  signal: AbortSignal,
): Promise<WikiArticle | null> {
  const query = {
    action: 'parse',
    pageid: String(pageId),
    prop: 'text|revid',
    redirects: '1',
    disableeditsection: '1',
    disabletoc: '1',
    disablelimitreport: '1',
  };
  const answer = await askWiki({ wiki, query, schema: answerSchema }, deps, signal);
  if (answer === null) return null;
  const { revid, text, title } = answer.parse;
  const { body } = parsePage(`<!doctype html><html><head></head><body>${text}</body></html>`);
  clearWikiPage(body);
  return { title, revisionId: revid, blocks: cleanWikiBlocks(collectPageBlocks(body), language) };
}
