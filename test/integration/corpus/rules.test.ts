import { beforeAll, describe, expect, test } from 'vitest';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { listCorpus } from '../../corpus/documents/list-corpus.ts';
import { judgeLecture } from '../../corpus/judge-lecture.ts';
import { type CorpusLecture, makeLecture } from '../../corpus/make-lecture.ts';

let document: CorpusDocument;
let lecture: CorpusLecture;

beforeAll(async () => {
  const found = listCorpus().find(({ name }) => name === 'water-cycle.md');
  if (found === undefined) throw new Error('The corpus lacks water-cycle.md');
  document = found;
  lecture = await makeLecture(found);
});

/** The first slide of rows, changed. */
function withRows(change: (script: SlideScript) => Partial<SlideScript>): CorpusLecture {
  const at = lecture.scripts.findIndex(({ layout, points }) => layout.startsWith('bullets') && points.length > 2);
  return {
    ...lecture,
    scripts: lecture.scripts.map((script, index) => (index === at ? { ...script, ...change(script) } : script)),
  };
}

const rulesOf = (changed: CorpusLecture, expected: CorpusDocument = document) => [
  ...new Set(judgeLecture(changed, expected).map(({ rule }) => rule)),
];
const saying = (text: string) => (script: SlideScript) => ({
  narration: [{ text, supports: null }, ...script.narration],
});

describe('the rules of the corpus', () => {
  test('have nothing against a good lecture, or the findings below would prove nothing', () => {
    expect(judgeLecture(lecture, document)).toEqual([]);
  });

  test('find a sentence that is not in the document', () => {
    expect(rulesOf(withRows(saying('Water was invented by engineers in Ohio.')))).toEqual(['origin']);
  });

  test('find a row with another number than the document has', () => {
    const changed = withRows(({ points }) => ({ points: points.with(0, 'About 72% of Earth’s surface is covered') }));
    expect(rulesOf(changed)).toContain('origin');
  });

  test('find a row that stands twice', () => {
    expect(rulesOf(withRows(({ points }) => ({ points: points.with(1, points[0] ?? '') })))).toContain('repeat');
  });

  test('find a first sentence that points at nothing', () => {
    const text = 'These pores are called stomata, and they open to let carbon dioxide in.';
    expect(rulesOf(withRows(saying(text)))).toContain('pronoun');
  });

  test('find a reference that no listener can follow', () => {
    expect(rulesOf(withRows(saying('Water rises (see Figure 3).')))).toContain('reference');
  });

  test('find a slide that is over at once, and one that does not end', () => {
    const short = withRows(({ narration, points }) => ({
      narration: narration.slice(0, 1),
      points: points.slice(0, 1),
    }));
    expect(rulesOf(short)).toContain('length');
    const long = withRows(({ narration }) => ({ narration: [...narration, ...narration, ...narration] }));
    expect(rulesOf(long)).toContain('length');
  });

  test('find a title of nine words and a row that nobody speaks of', () => {
    expect(rulesOf(withRows(() => ({ heading: 'One two three four five six seven eight nine' })))).toContain('shape');
    const silent = withRows(({ narration }) => ({ narration: narration.map((one) => ({ ...one, supports: null })) }));
    expect(rulesOf(silent)).toContain('shape');
  });

  test('find a section that is left out', () => {
    const silent = withRows(() => ({ citations: [] }));
    expect(rulesOf(silent)).toContain('coverage');
  });

  test('find a deck with too few slides, and the same layout three times running', () => {
    expect(rulesOf(lecture, { ...document, slides: 13 })).toContain('count');
    const scripts = lecture.scripts.map((script) => ({ ...script, layout: 'bullets' as const, exhibit: null }));
    expect(rulesOf({ ...lecture, scripts })).toContain('variety');
  });

  test('find a text that leaves its box', () => {
    const layouts = lecture.layouts.map((slide) => ({
      ...slide,
      pages: slide.pages.map((page) => ({
        ...page,
        stills: page.stills.map((still) => ({
          ...still,
          shapes: still.shapes.map((shape) => (shape.kind === 'text' ? { ...shape, widthIn: 1 } : shape)),
        })),
      })),
    }));
    expect(rulesOf({ ...lecture, layouts })).toEqual(['fit']);
  });

  test('find what one document is known for: title, language, layouts, words', () => {
    const expectations = [{ title: 'Else' }, { language: 'hi' }, { layouts: ['quote'] }, { absent: [/vapour/u] }];
    for (const expect_ of [...expectations, { present: [/camel/u] }, { hasPages: true }])
      expect(rulesOf(lecture, { ...document, expect: expect_ })).toEqual(['expected']);
  });
});
