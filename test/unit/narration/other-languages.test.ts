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

test.each([
  ['120 m² und 5 m³ bei 20 °C', '120 Quadratmeter und 5 Kubikmeter bei 20 °C.'],
  ['z. B. Seen, d. h. Wasser, u. a. in Bayern', 'zum Beispiel Seen, das heißt Wasser, unter anderem in Bayern.'],
  ['z.B. und i. d. R. ein Wort', 'zum Beispiel und in der Regel ein Wort.'],
  ['s. Abb. 3 und vgl. S. 12', 'siehe Abbildung 3 und vergleiche Seite 12.'],
  ['300 v. Chr. und im 19. Jh. nach Rom', '300 vor Christus und im 19. Jahrhundert nach Rom.'],
  ['§§ 3 bis 5, Art. 5, 30 km/h, 5×10³', 'Paragrafen 3 bis 5, Artikel 5, 30 Kilometer pro Stunde, 5 mal 10 hoch 3.'],
  ['Wind & Wetter auf ½ Seite', 'Wind und Wetter auf ein halb Seite.'],
])('German says "%s" in words, of which the voice would pass over some and spell others', (text, spoken) => {
  expect(speak(text, 'de')).toBe(spoken);
});

test('a raised figure stays raised in a language without a word for it, or the voice would say it apart', () => {
  expect(speak('Une maison de 120 m² et 10³ arbres.', 'fr')).toBe('Une maison de 120 m² et 10³ arbres.');
});

test('Hindi says its own abbreviations, and halves as they are counted', () => {
  expect(speak('ई. पू. 300 में 5 कि. मी. दूर, 500 रु. और 2½ साल।', 'hi')).toBe(
    'ईसा पूर्व 300 में 5 किलो मीटर दूर, 500 रुपये और ढाई साल।',
  );
});

test('English says units with a full stop in mid-sentence, and what has two words', () => {
  expect(speak('It had 5 ft. of snow, says Lee et al. in a paper, e. g. here.', 'en')).toBe(
    'It had 5 feet of snow, says Lee and others in a paper, for example here.',
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
