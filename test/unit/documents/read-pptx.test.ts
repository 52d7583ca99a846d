import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.ts';
import { createPresentation } from '../../../src/pptx/drawing/create-presentation.ts';

const NOTES = 'Ice moves under its own weight. People who live below it watch it with care every summer.';

type Deck = ReturnType<typeof createPresentation>;

async function read(build: (deck: Deck) => void) {
  const deck = createPresentation();
  deck.defineSlideMaster({
    title: 'PAGE',
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: 0.5, y: 0.3, w: 9, h: 1 }, text: '' } },
      { placeholder: { options: { name: 'body', type: 'body', x: 0.5, y: 1.5, w: 9, h: 3.5 }, text: '' } },
    ],
  });
  build(deck);
  const bytes = await deck.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The deck has no bytes.');
  return readDocument({ bytes, name: 'ice.pptx', language: 'en' });
}

describe('a PPTX file', () => {
  test('has the titles of its slides as headings, their points as lists, and notes after them', async () => {
    const document = await read((deck) => {
      const first = deck.addSlide({ masterName: 'PAGE' });
      first.addText('Forms of ice', { placeholder: 'title' });
      first.addText(
        [
          { text: 'Ice sheets', options: { bullet: true, breakLine: true } },
          { text: 'Valley glaciers', options: { bullet: true } },
        ],
        {
          placeholder: 'body',
        },
      );
      first.addNotes(NOTES);
      const second = deck.addSlide({ masterName: 'PAGE' });
      second.addText('Uses of ice', { placeholder: 'title' });
      second.addText('Half of the rivers of Asia begin at a glacier.', { placeholder: 'body' });
    });
    expect(document.sections.map(({ title }) => title)).toContain('Uses of ice');
    expect(document.passages.map(({ kind, page, text }) => [kind, page, text])).toEqual([
      ['list', 1, 'Ice sheets\nValley glaciers'],
      ['paragraph', 1, NOTES],
      ['paragraph', 2, 'Half of the rivers of Asia begin at a glacier.'],
    ]);
  });

  test('is read from the top, in a row from the left, with the line at the top as title', async () => {
    const document = await read((deck) => {
      const slide = deck.addSlide();
      slide.addText('The second column of the slide says what ice does to rock over time.', { x: 5, y: 2, w: 4, h: 1 });
      slide.addText('The first column of the slide says what ice is and where it lies today. It lies in many places.', {
        x: 1,
        y: 2.05,
        w: 4,
        h: 1,
      });
      slide.addText('Ice and rock', { x: 1, y: 0.3, w: 8, h: 1 });
    });
    expect(document.title).toBe('Ice and rock');
    expect(document.passages.map(({ text }) => text.split(' ', 2).join(' '))).toEqual(['The first', 'The second']);
  });

  test('gives its tables, and the figures of its charts, as tables', async () => {
    const document = await read((deck) => {
      const slide = deck.addSlide();
      slide.addText('Depths of ice', { x: 1, y: 0.3, w: 8, h: 1 });
      slide.addText('Depth differs between places by a factor of five.', { x: 1, y: 1, w: 8, h: 0.5 });
      slide.addTable(
        [
          [{ text: 'Place' }, { text: 'Depth (m)' }],
          [{ text: 'Vatna' }, { text: '400' }],
        ],
        { x: 1, y: 2 },
      );
      slide.addChart('bar', [{ name: 'Loss', labels: ['Alps', 'Andes'], values: [0.3, 0.1] }], {
        x: 1,
        y: 4,
        w: 4,
        h: 1,
      });
      slide.addNotes(NOTES);
    });
    expect(document.passages.flatMap(({ table }) => (table === null ? [] : [table]))).toEqual([
      { caption: null, header: ['Place', 'Depth (m)'], rows: [['Vatna', '400']] },
      {
        caption: null,
        header: ['', 'Loss'],
        rows: [
          ['Alps', '0.3'],
          ['Andes', '0.1'],
        ],
      },
    ]);
  });
});
