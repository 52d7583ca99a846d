import type { DocumentBlock } from '../blocks/document-block.ts';
import { keepWholeSections } from './keep-whole-sections.ts';
import type { WikiArticle } from './read-page.ts';

/** About twice of what a lecture of an hour uses, and little enough for a model with a small context. */
const LIMIT_CHARS = 40_000;

/** "Mercury (planet)" tells pages apart, and is no title of a lecture. */
const bareTitle = (title: string): string => title.replace(/\s+\([^()]*\)$/u, '') || title;

const deeper = (block: DocumentBlock): DocumentBlock =>
  block.kind === 'heading' ? { ...block, level: Math.min(6, block.level + 1) } : block;

/** Joins articles to one text of at most 40,000 characters: the first gives the title, each further one is a section. */
export function joinArticles(articles: readonly WikiArticle[]): {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
} {
  const [main, ...further] = articles;
  const sections = further.flatMap(({ blocks, title }): DocumentBlock[] => [
    { kind: 'heading', level: 2, text: bareTitle(title) },
    ...blocks.map(deeper),
  ]);
  return {
    title: bareTitle(main?.title ?? ''),
    blocks: keepWholeSections([...(main?.blocks ?? []), ...sections], LIMIT_CHARS),
  };
}
