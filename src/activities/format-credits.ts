import type { Reference } from '../contract/plan.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import { formatWriterLine } from '../report/format-writer-line.ts';
import { formatNumberRanges } from '../shared/format-number-ranges.ts';
import { escapeMarkdown } from './escape-markdown.ts';

const CHANGES_MADE = 'Changes: the text is shortened and reworded by Lectra';

/** Returns credits.md: the document with the pages used, who wrote the text, and where each picture comes from. */
export function formatCredits(of: {
  /** Null for a topic alone. */
  readonly document: SourceDocument | null;
  /** File name, or address of a page on the web. */
  readonly sourceName: string | null;
  readonly usedPassageIds: ReadonlySet<string>;
  /** Pages that research read: each is named with its licence, in the place of the document made of them. */
  readonly references: readonly Reference[];
  readonly writer: { readonly writer: string; readonly model: string | null };
  /** A Markdown list item for each picture. */
  readonly pictures: readonly string[];
}): string {
  const { document, sourceName, usedPassageIds, references, writer, pictures } = of;
  return [
    '# Credits',
    '',
    '## Sources',
    '',
    ...(references.length > 0
      ? formatReferences(references)
      : [
          document === null
            ? '- No document; the lecture was written from its topic alone.'
            : formatSource(document, sourceName ?? document.name, usedPassageIds),
        ]),
    '',
    '## Text',
    '',
    `- ${escapeMarkdown(formatWriterLine(writer))}`,
    '',
    '## Pictures',
    '',
    ...(pictures.length === 0 ? ['- No slide has a picture of its own.'] : pictures),
    '',
  ].join('\n');
}

/** "- The water cycle, water-cycle.pdf, pp. 1–4"; an address stands in angle brackets, so that it is a link. */
function formatSource(document: SourceDocument, name: string, usedPassageIds: ReadonlySet<string>): string {
  const pages = document.passages.flatMap(({ id, page }) => (page === null || !usedPassageIds.has(id) ? [] : [page]));
  const range = formatNumberRanges(pages);
  const pagesUsed = range === '' ? [] : [`${/[–,]/u.test(range) ? 'pp.' : 'p.'} ${range}`];
  const where = /^https?:\/\//iu.test(name) ? `<${name}>` : escapeMarkdown(name);
  return `- ${[...new Set([escapeMarkdown(document.title), where, ...pagesUsed])].join(', ')}`;
}

/** Author, title, address, licence and changes, as https://creativecommons.org/licenses/by-sa/4.0/legalcode#s3 asks; then what follows for the lecture. */
function formatReferences(references: readonly Reference[]): string[] {
  const items = references.map(
    ({ title, url, creator, licence, licenceUrl }) =>
      `- ${escapeMarkdown(title)}, ${escapeMarkdown(creator)}, <${url}>, [${licence}](${licenceUrl}). ${CHANGES_MADE}.`,
  );
  const licences = [...new Set(references.map(({ licence, licenceUrl }) => `[${licence}](${licenceUrl})`))].join(', ');
  return [
    ...items,
    '',
    `Whoever passes this lecture on names these pages and the changes, and gives its text under the same licence (${licences}).`,
  ];
}
