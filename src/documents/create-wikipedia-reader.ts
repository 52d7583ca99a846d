// Reads a topic up at Wikipedia: from its words to one clean page of HTML and the articles to credit. In: a topic and a
// language. Out: a TopicReading. Knows the MediaWiki API (wikipedia/); must not know plans, stores or settings.

import { InputError } from '../contract/errors.ts';
import { isLanguageCode, LANGUAGES } from '../contract/languages.ts';
import type { Reference } from '../contract/plan.ts';
import type { FetchDeps } from '../platform/guarded-fetch.ts';
import type { TopicReader, TopicReading } from './topic-reader.ts';
import type { Wiki } from './wikipedia/ask-wiki.ts';
import { chooseArticles } from './wikipedia/choose-articles.ts';
import { findPages } from './wikipedia/find-pages.ts';
import { joinArticles } from './wikipedia/join-articles.ts';
import type { WikiArticle } from './wikipedia/read-page.ts';
import { serializeArticle } from './wikipedia/serialize-article.ts';
import { revisionAddress, wikiAddress } from './wikipedia/wiki-address.ts';

export interface WikipediaReaderInput extends Pick<FetchDeps, 'now' | 'findAddresses'> {
  /** Root of another wiki, "{language}" in it stands for the code; its host may be a private one. Null: Wikipedia. */
  readonly baseUrl: string | null;
  /** With a way to reach whoever asks: "Lectra/0.1.0 (me@example.org)". */
  readonly userAgent: string;
  /** For all requests of one reading together. Default: 40 s, within the limit of a step. */
  readonly limitMs?: number;
}

const LIMIT_MS = 40_000;
const LICENCE = { licence: 'CC BY-SA 4.0', licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/' } as const;
const CREATOR = 'Wikipedia contributors';
/** As it calls itself in scripts of its own. */
const NAMES: Readonly<Record<string, string>> = {
  hi: 'विकिपीडिया',
  mr: 'विकिपीडिया',
  ne: 'विकिपिडिया',
  ru: 'Википедия',
  uk: 'Вікіпедія',
  el: 'Βικιπαίδεια',
};

/**
 * Returns a reader that takes one article, or up to three when the first is short, in the language asked for. Errors:
 * TOPIC_UNKNOWN, which names the topic and the language; PROVIDER_* of the wire, with the wait that Wikipedia asks for.
 */
export function createWikipediaReader(input: WikipediaReaderInput): TopicReader {
  const { baseUrl, now, userAgent } = input;
  return {
    read: async ({ topic, language }, signal) => {
      const root = wikiAddress(baseUrl, language);
      const wiki: Wiki = { root, userAgent, deadlineMs: now() + (input.limitMs ?? LIMIT_MS) };
      const deps: FetchDeps = {
        // Only the host that somebody set may lie in a private network.
        allowedHosts: baseUrl === null ? [] : [root.hostname.replace(/^\[|\]$/gu, '')],
        now,
        ...(input.findAddresses === undefined ? {} : { findAddresses: input.findAddresses }),
      };
      const found = await findPages({ topic, wiki }, deps, signal);
      const articles = await chooseArticles({ topic, language, found: found.pages, wiki }, deps, signal);
      const [main] = articles;
      if (main === undefined) throw topicUnknown(topic, language);
      return toReading({ main, articles, root, topic, language, isAmbiguous: found.isAmbiguous });
    },
  };
}

function toReading(of: {
  readonly main: WikiArticle;
  readonly articles: readonly WikiArticle[];
  readonly root: URL;
  readonly topic: string;
  readonly language: string;
  readonly isAmbiguous: boolean;
}): TopicReading {
  const { articles, isAmbiguous, language, main, root, topic } = of;
  const site = NAMES[language] ?? 'Wikipedia';
  const titles = articles.map(({ title }) => `“${title.replaceAll('/', ' – ')}”`).join(', ');
  const references: Reference[] = articles.map(({ revisionId, title }) => ({
    title,
    url: revisionAddress(root, title, revisionId),
    creator: CREATOR,
    ...LICENCE,
  }));
  return {
    bytes: serializeArticle({ ...joinArticles(articles), language }),
    mediaType: 'text/html',
    name: `${site}${articles.length > 1 ? ` (${titles})` : ''}, ${LICENCE.licence}`,
    references,
    warnings: isAmbiguous
      ? [
          {
            code: 'TOPIC_AMBIGUOUS',
            message: `"${topic}" can mean several things; this lecture is about “${main.title}”. Word the topic more closely if you meant another.`,
          },
        ]
      : [],
  };
}

function topicUnknown(topic: string, language: string): InputError {
  const name = isLanguageCode(language) ? LANGUAGES[language] : language;
  return new InputError(
    'TOPIC_UNKNOWN',
    `The ${name} Wikipedia has no article about "${topic}"; word the topic otherwise, name the language that it is written in with --language, or give a document.`,
  );
}
