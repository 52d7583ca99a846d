import { expect, test } from 'vitest';
import { buildNarration } from '../../../src/narration/build-narration.ts';

function speak(text: string, language: string): string {
  const narration = buildNarration(
    {
      slideId: 's-1',
      layout: 'bullets',
      heading: 'Title',
      subtitle: null,
      exhibit: null,
      points: [],
      narration: [{ text, supports: null }],
      citations: [],
      picture: null,
      progress: null,
      smallPrint: [],
    },
    language,
  );
  return narration.sentences.map((sentence) => sentence.spoken).join(' ');
}

test.each([
  ['de', 'Die Fläche sank um 60 % auf 20 °C.', 'Die Fläche sank um 60 % auf 20 °C.'],
  ['de', 'Er legt 5–10 cm zurück.', 'Er legt 5 bis 10 cm zurück.'],
  ['fr', 'Le lac couvre 50% de la vallée.', 'Le lac couvre 50% de la vallée.'],
])('%s: the voice gets the signs of "%s" as they are, since it reads them by itself', (language, text, spoken) => {
  expect(speak(text, language)).toBe(spoken);
});

test('German says the sign of a paragraph and abbreviations, which the voice would pass over or spell', () => {
  expect(speak('Nach § 3 Abs. 2 und §4 liegt er aus, bzw. ca. 2,5 Mio. Bürger sehen ihn.', 'de')).toBe(
    'Nach Paragraf 3 Absatz 2 und Paragraf 4 liegt er aus, beziehungsweise circa 2,5 Millionen Bürger sehen ihn.',
  );
});

test('Hindi says signs and units in Hindi and keeps English terms', () => {
  expect(speak('NASA के अनुसार 71% भाग और 5 km गहराई में evaporation होता है।', 'hi')).toBe(
    'NASA के अनुसार 71 प्रतिशत भाग और 5 किलोमीटर गहराई में evaporation होता है।',
  );
});

test('a sentence of Hindi or Nepali without a mark ends in a danda, one of Marathi in a full stop', () => {
  expect(['hi', 'ne', 'mr'].map((language) => speak('पानी', language))).toEqual(['पानी।', 'पानी।', 'पानी.']);
});
