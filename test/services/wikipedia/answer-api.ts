import { type Reply, toJsonReply, toTextReply } from '../pictures/reply.ts';
import type { StandInPage, StandInWiki } from './wiki-articles.ts';

const LARGEST_LIMIT = 500;
const DEFAULT_LIMIT = 10;

/** What the API says for an error: HTTP 200, a header and a body. */
export function refuse(code: string, info: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return toJsonReply(
    200,
    { error: { code, info, docref: 'See /w/api.php for API usage.' } },
    { 'MediaWiki-API-Error': code, ...headers },
  );
}

/** Answers `GET /w/api.php` of a wiki: `action=query` with `titles` or `generator=search`, and `action=parse`. */
export function answerApi(query: URLSearchParams, wiki: StandInWiki): Reply {
  if (query.get('format') !== 'json') return toTextReply(200, '<!DOCTYPE html><title>MediaWiki API help</title>');
  if (query.get('formatversion') !== '2') return refuse('badvalue', 'This stand-in speaks formatversion=2 alone.');
  const action = query.get('action');
  if (action === 'parse') return parse(query, wiki);
  if (action !== 'query') return refuse('badvalue', `Unrecognized value for parameter "action": ${action}.`);
  if (query.get('generator') === 'search') return search(query, wiki);
  return look(query, wiki);
}

function describe(page: StandInPage, query: URLSearchParams, index: number | null): object {
  const wantsProps = (query.get('prop') ?? '').split('|').includes('pageprops');
  return {
    pageid: page.pageId,
    ns: 0,
    title: page.title,
    ...(index === null ? {} : { index }),
    ...(wantsProps && page.isDisambiguation ? { pageprops: { disambiguation: '' } } : {}),
  };
}

/** MediaWiki writes the first letter of a title as a capital, and follows redirects only when it is asked to. */
function look(query: URLSearchParams, { pages, redirects }: StandInWiki): Reply {
  const given = query.get('titles') ?? '';
  if (given === '') return toJsonReply(200, { batchcomplete: true });
  const title = given.charAt(0).toUpperCase() + given.slice(1);
  if (/[#<>[\]{}|]/u.test(given)) {
    return toJsonReply(200, {
      batchcomplete: true,
      query: {
        pages: [
          {
            ns: 0,
            title: given,
            invalid: true,
            invalidreason: 'The requested page title contains invalid characters.',
          },
        ],
      },
    });
  }
  const target = query.has('redirects') ? (redirects[title] ?? title) : title;
  const found = pages.find((page) => page.title === target);
  return toJsonReply(200, {
    batchcomplete: true,
    query: {
      ...(given === title ? {} : { normalized: [{ fromencoded: false, from: given, to: title }] }),
      ...(target === title ? {} : { redirects: [{ from: title, to: target }] }),
      pages: [found === undefined ? { ns: 0, title: target, missing: true } : describe(found, query, null)],
    },
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];

/** Every word must stand in the page, as CirrusSearch wants it; one of them is enough between "OR". Stems are cut off. */
function isHit(page: StandInPage, words: readonly string[], isAny: boolean): boolean {
  const text = wordsOf(`${page.title} ${page.html.replace(/<[^>]*>/gu, ' ')}`);
  const holds = (word: string): boolean => text.some((each) => each.startsWith(word.replace(/s$/u, '')));
  return isAny ? words.some(holds) : words.every(holds);
}

/** Pages whose title has a word of the search come first; a search without hits has no "query" at all. */
function search(query: URLSearchParams, { pages }: StandInWiki): Reply {
  const asked = query.get('gsrsearch') ?? '';
  if (asked === '') return refuse('missingparam', 'The "gsrsearch" parameter must be set.');
  const isAny = / OR /u.test(asked);
  const words = wordsOf(asked.replaceAll(' OR ', ' '));
  const hits = pages.filter((page) => isHit(page, words, isAny));
  const isTitled = (page: StandInPage): boolean =>
    wordsOf(page.title).some((word) => words.some((each) => word.startsWith(each.replace(/s$/u, ''))));
  const ranked = [...hits.filter(isTitled), ...hits.filter((page) => !isTitled(page))];
  const limit = Math.min(LARGEST_LIMIT, Number(query.get('gsrlimit') ?? DEFAULT_LIMIT));
  const described = ranked.slice(0, limit).map((page, index) => describe(page, query, index + 1));
  // The API answers in the order of the page ids; the rank is in "index".
  return toJsonReply(200, {
    batchcomplete: true,
    ...(described.length === 0 ? {} : { query: { pages: described.toReversed() } }),
  });
}

function parse(query: URLSearchParams, { pages }: StandInWiki): Reply {
  const pageId = Number(query.get('pageid'));
  const page = pages.find((each) => each.pageId === pageId);
  if (page === undefined) return refuse('nosuchpageid', `There is no page with ID ${pageId}.`);
  return toJsonReply(200, {
    parse: { title: page.title, pageid: page.pageId, revid: page.revisionId, text: page.html },
  });
}
