import { readFileSync } from 'node:fs';
import type { CorpusDocument, LectureExpectations } from '../corpus-document.ts';
import { readContentBlocks } from '../makers/content-block.ts';
import { writeDocx } from '../makers/write-docx.ts';
import { writeHtml } from '../makers/write-html.ts';
import { type PdfLook, writePdf } from '../makers/write-pdf.ts';
import { writePptx } from '../makers/write-pptx.ts';
import { longText } from './long-text.ts';

const readText = (name: string): string => readFileSync(new URL(`../texts/${name}`, import.meta.url), 'utf8').trim();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const MENUS = [/cookie/iu, /newsletter/iu, /sign in/iu, /most read/iu, /tracking/iu, /terms of use/iu];

function asText(name: string, text: string, slides: number, expect: LectureExpectations = {}): CorpusDocument {
  return { name, slides, expect, makeBytes: () => bytesOf(text) };
}

function asSample(name: string, slides: number, expect: LectureExpectations): CorpusDocument {
  const makeBytes = () => new Uint8Array(readFileSync(new URL(`../../../samples/${name}`, import.meta.url)));
  return { name, slides, expect, makeBytes };
}

function asPdf(
  name: string,
  text: string,
  slides: number,
  look: PdfLook,
  expect: LectureExpectations = {},
): CorpusDocument {
  const makeBytes = () => writePdf(readContentBlocks(text), look);
  return { name, slides, makeBytes, expect: { hasPages: true, ...expect } };
}

function asDocx(name: string, text: string, slides: number, expect: LectureExpectations = {}): CorpusDocument {
  return { name, slides, expect, makeBytes: () => writeDocx(readContentBlocks(text)) };
}

function asHtml(name: string, text: string, slides: number, expect: LectureExpectations = {}): CorpusDocument {
  const language = expect.language ?? 'en';
  const makeBytes = () => writeHtml(readContentBlocks(text), language);
  return { name, slides, makeBytes, expect: { ...expect, absent: [...MENUS, ...(expect.absent ?? [])] } };
}

function asPptx(name: string, text: string, slides: number, expect: LectureExpectations = {}): CorpusDocument {
  return { name, slides, expect, makeBytes: () => writePptx(readContentBlocks(text)) };
}

/** The text without its headings, and without any break at all. */
const withoutHeadings = (text: string): string => text.replace(/^#+ .*\n+/gmu, '').replace(/^\|.*\n?/gmu, '');
const inOneParagraph = (text: string): string => withoutHeadings(text).replace(/\s+/gu, ' ').trim();
const asPlain = (text: string): string =>
  text.replace(/^# (.+)$/mu, (_all, title: string) => title.toUpperCase()).replace(/^#+ /gmu, '');
/** Every sentence below a heading of its own. */
const mostlyHeadings = (text: string): string =>
  `# Notes\n\n${inOneParagraph(text)
    .split(/(?<=\.) /u)
    .slice(0, 14)
    .map((sentence) => `## ${sentence.split(' ').slice(0, 5).join(' ').replace(/[,.]$/u, '')}\n\n${sentence}`)
    .join('\n\n')}`;

const PLAIN_PAGE: PdfLook = { columns: 1, runningHead: null };
const paper = (runningHead: string): PdfLook => ({ columns: 2, runningHead });

/** All documents of the corpus, from half a page to two hundred pages. */
export function listCorpus(): readonly CorpusDocument[] {
  const volcanoes = readText('volcanoes.md');
  const railways = readText('railways.md');
  const coffee = readText('coffee.md');
  const bread = readText('bread.md');
  const report = readText('numbered-report.md');
  const bees = readText('hindi-bees.md');
  const forest = readText('german-forest.md');
  const tenancy = readText('tenancy.md');
  const sampleText = readFileSync(new URL('../../../samples/water-cycle.md', import.meta.url), 'utf8');
  const title = 'How volcanoes work';
  return [
    asText('water-cycle.md', sampleText, 10, { title: 'The water cycle', layouts: ['chart'] }),
    asSample('tides.pdf', 10, { hasPages: true, layouts: ['chart', 'table'], absent: [/Figure 1/u] }),
    asSample('earthworms.docx', 10, { layouts: ['chart', 'table'], present: [/Darwin/u] }),
    asSample('jal-chakra.md', 10, { language: 'hi' }),
    asText('water-cycle-in-14.md', sampleText, 14),
    asText('water-cycle-in-5.md', sampleText, 5),
    asText('volcanoes.md', volcanoes, 8, { title, layouts: ['chart'] }),
    asText('railways.md', railways, 8, { layouts: ['quote'], present: [/Trevithick/u] }),
    asText('coffee.md', coffee, 8, { layouts: ['chart'] }),
    asText('bread.md', bread, 8),
    asText('minutes.md', readText('minutes.md'), 7, { layouts: ['chart'] }),
    asText('letter.txt', readText('letter.txt'), 6),

    asText('lyrics.txt', readText('lyrics.txt'), 5, { refusedWith: 'DOCUMENT_TOO_THIN' }),
    asText('tenancy.md', tenancy, 8),
    asText('glossary.md', readText('glossary.md'), 6, { layouts: ['definition'] }),
    asText('faq.md', readText('faq.md'), 7),
    asText('speech.txt', readText('speech.txt'), 7, { present: [/alarms/u] }),
    asText('api.md', readText('api.md'), 8, { absent: [/curl/u, /"error"/u], layouts: ['table'] }),
    asText('story.txt', readText('story.txt'), 6),
    asText('numbered-report.md', report, 8, { absent: [/\[\d/u, /Journal of Offices/u, /\.{4}/u, /Figure 1/u] }),
    asText('quotes.md', readText('quotes.md'), 6, { layouts: ['quote'] }),
    asText('tables.md', readText('tables.md'), 8, { layouts: ['chart', 'table'] }),
    asText('lists.md', readText('lists.md'), 6),
    asText('hindi-bees.md', bees, 8, { language: 'hi', present: [/रानी/u] }),
    asText('german-forest.md', forest, 6, { language: 'de', present: [/Borkenkäfer/u] }),
    asText('mixed.md', readText('mixed.md'), 6, { language: 'en' }),
    asText('code-heavy.md', readText('code-heavy.md'), 7, { absent: [/const sorted/u, /insert\(a/u] }),
    asText('footnotes.md', readText('footnotes.md'), 7, { absent: [/Ibid/u, /\[\^/u, /Gansu/u] }),
    asText('nested.md', readText('nested.md'), 8),
    asText('no-headings.txt', withoutHeadings(railways).replace(/^>.*\n?/gmu, ''), 7),
    asText('one-paragraph.txt', inOneParagraph(coffee.replace(/^Table.*\n/gmu, '')), 6),
    asText('mostly-headings.md', mostlyHeadings(volcanoes.replace(/^Table.*\n/gmu, '')), 8),
    asText('plain-headings.txt', asPlain(bread), 7),
    asText('many-slides.md', longText(4_000), 40),
    asText('ten-thousand-words.md', longText(10_000), 20),
    asDocx('volcanoes.docx', volcanoes, 8, { title, layouts: ['chart'] }),
    asDocx('bread.docx', bread, 8),
    asDocx('tenancy.docx', tenancy, 8),
    asDocx('hindi-bees.docx', bees, 8, { language: 'hi' }),
    asHtml('coffee.html', coffee, 8, { layouts: ['chart'] }),
    asHtml('faq.html', readText('faq.md'), 7),
    asHtml('german-forest.html', forest, 6, { language: 'de' }),
    asPptx('bread.pptx', bread, 7),
    asPptx('quotes.pptx', readText('quotes.md'), 5),
    asPdf('volcanoes.pdf', volcanoes, 8, PLAIN_PAGE, { title }),
    asPdf('railways.pdf', railways, 8, paper('The age of the railway'), { title: 'The age of the railway' }),
    asPdf('report.pdf', report, 8, paper('Noise in open offices'), { absent: [/Journal of Offices/u, /Figure 1/u] }),
    asPdf('german-forest.pdf', forest, 6, PLAIN_PAGE, { language: 'de' }),
    asPdf(
      'twenty-pages.pdf',
      longText(9_000),
      20,
      { columns: 2, runningHead: 'A survey of sixteen towns', paper: 'B5', sizePt: 11.5 },
      { minPages: 20 },
    ),
    asPdf(
      'two-hundred-pages.pdf',
      longText(62_000),
      30,
      { columns: 1, runningHead: 'A survey of sixteen towns', paper: 'B5', sizePt: 14.5 },
      { minPages: 200 },
    ),
  ];
}
