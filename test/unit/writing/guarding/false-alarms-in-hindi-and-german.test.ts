import { describe, expect, it } from 'vitest';
import { checkSlideAnswer } from '../../../../src/writing/guarding/check-slide-answer.ts';
import { checkNumbers } from '../../../../src/writing/guarding/numbers/check-numbers.ts';
import { checkHeadings } from '../../../../src/writing/guarding/outlines/check-headings.ts';
import { checkGreetings } from '../../../../src/writing/guarding/texts/check-greetings.ts';
import { checkTexts } from '../../../../src/writing/guarding/texts/check-texts.ts';
import type { GuardedText } from '../../../../src/writing/guarding/texts/guarded-text.ts';

const rulesOf = (
  text: string,
  language: string,
  passage: string | null = null,
  { path, role }: Pick<GuardedText, 'path' | 'role'> = { path: 'narration[0].text', role: 'sentence' },
  given = 'x',
): string[] => {
  const texts: GuardedText[] = [{ path, role, text }];
  const context = { language, given, passages: passage === null ? [] : [{ name: 'p1', text: passage }] };
  const sources = passage === null ? [] : [passage];
  return [
    ...checkTexts(texts, context),
    ...checkGreetings(texts, context.given),
    ...checkNumbers(texts, context, { sources, shown: 3 }),
  ].map(({ rule }) => rule);
};

// Each of them is a sentence that a capable model writes, and that a check once refused.
describe('sound sentences pass', () => {
  it.each([
    'संविधान के अनुच्छेद 21 के अनुसार हर व्यक्ति को जीवन का अधिकार है।',
    'ऊर्जा के स्रोत के अनुसार बिजलीघर अलग-अलग तरह के होते हैं।',
    'लोग गरमी के बाद पहली बारिश का स्वागत करते हैं।',
    'किसान धन्यवाद के रूप में पहली फ़सल मंदिर में चढ़ाते हैं।',
    'आज हम मोबाइल से अगले दिन का मौसम जान लेते हैं।',
    'मस्तिष्क के पिछले भाग में अनुमस्तिष्क होता है, जो संतुलन रखता है।',
    'कोविड-19 ने अस्पतालों पर बहुत दबाव डाला।',
    'वेब 2.0 ने लोगों को लिखने की जगह दी।',
    'HTTP अनुरोध GET, POST या DELETE हो सकता है।',
    'React, Vue और Angular तीनों JavaScript पर चलते हैं।',
    'एल नीनो (El Niño) के साल में बारिश घट जाती है।',
    'दूसरे विश्व युद्ध के बाद कई देश आज़ाद हुए।',
  ])('in Hindi: %s', (text) => {
    expect(rulesOf(text, 'hi')).toEqual([]);
  });

  it.each([
    'Im Zweiten Weltkrieg wurden viele Altstädte zerstört.',
    'In der Corona-Zeit, also während Covid-19, tagten viele Räte digital.',
    'Ein 3D-Modell zeigt, wie hoch die Häuser werden.',
    'Der Rat sagt Ja, Nein oder "vielleicht später".',
    'Begriffe wie "Wohngebiet", "Mischgebiet" und "Gewerbegebiet" stehen in der Legende.',
    'Warum lohnt sich dieser frühe Austausch?',
    'Laut Abschnitt 3 der Verordnung liegt der Plan aus.',
    'Im Dokument der Barone steht, was der König nicht mehr darf.',
  ])('in German: %s', (text) => {
    expect(rulesOf(text, 'de')).toEqual([]);
  });

  it.each([
    ['hi', 'एक साल में 365 दिन होते हैं।'],
    ['hi', 'हफ़्ते के 7 दिन और दिन के 24 घंटे पंप चल सकता है।'],
    ['hi', 'सप्ताह के ७ दिन और दिन के २४ घंटे पंप चल सकता है।'],
    ['de', 'Die Straßenbahn fährt 24 Stunden am Tag.'],
    ['de', 'Ein Kreis hat 360 Grad.'],
    ['en', 'The line is open 24/7, which is 7 days a week.'],
  ])('everyday numbers need no passage (%s): %s', (language, text) => {
    expect(rulesOf(text, language, 'Nothing of it.')).toEqual([]);
  });

  it.each(['The dam holds 1365 days of water.', 'Only 1.365 days were lost.', 'It took 24 hours a dayshift.'])(
    'a number that only ends like an everyday one needs its passage: %s',
    (text) => {
      expect(rulesOf(text, 'en', 'Nothing of it.')).toEqual(['number-uncited']);
    },
  );

  it('what two numbers of a passage differ by passes, since it follows from them', () => {
    const passage = 'पहले पानी 8 मीटर पर था, अब 14 मीटर पर है।';
    expect(rulesOf('पानी 8 से 14 मीटर पर गया, यानी 6 मीटर नीचे।', 'hi', passage)).toEqual([]);
    expect(rulesOf('पानी 8 से 14 मीटर पर गया, यानी 7 मीटर नीचे।', 'hi', passage)).toEqual(['number-uncited']);
    expect(rulesOf('पानी 8 से 14 मीटर पर गया, यानी 6 प्रतिशत नीचे।', 'hi', passage)).toEqual(['number-uncited']);
  });

  it.each([
    ['hi', 'अगली स्लाइड से पहले थोड़ा रुकें, ताकि लोग यह पढ़ सकें।', 'अच्छी स्लाइड कैसे बनाएँ'],
    ['de', 'Wer vor der nächsten Folie wartet, lässt Zeit zum Lesen.', 'Gute Folien gestalten'],
  ])('the next slide passes in a lecture about slides, and only there (%s): %s', (language, text, topic) => {
    const sentence = { path: 'narration[0].text', role: 'sentence' } as const;
    expect(rulesOf(text, language, null, sentence, topic)).toEqual([]);
    expect(rulesOf(text, language)).toEqual(['greeting']);
  });

  it('the name of a step in a table may be numbered, its value may not', () => {
    const label = { path: 'rows[0][0]', role: 'name' } as const;
    expect(rulesOf('Schritt 1', 'de', 'Etwas.', label)).toEqual([]);
    expect(rulesOf('चरण 2', 'hi', 'कुछ।', label)).toEqual([]);
    expect(rulesOf('2 mm', 'de', 'Etwas.', { ...label, path: 'rows[0][1]' })).toEqual(['number-uncited']);
  });
});

describe('a cover', () => {
  const told = (text: string) => {
    const context = {
      language: 'hi',
      given: 'टपक सिंचाई',
      passages: [],
      kind: 'cover',
      heading: 'टपक सिंचाई',
      words: 20,
    } as const;
    const whole = [{ name: 'p1', text: 'सन् 2012 में पानी 8 मीटर पर था।' }];
    const problems = checkSlideAnswer({ heading: 'x', narration: [{ text, supports: null }] }, { ...context, whole });
    return problems.filter(({ rule }) => rule.startsWith('number'));
  };

  it('may name numbers that the slides after it are made from, since it speaks of all of them', () => {
    expect(told('सन् 2012 में पानी कहाँ था?')).toEqual([]);
    expect(told('सन् 1998 में पानी कहाँ था?')).toHaveLength(1);
  });
});

describe('unsound sentences are caught', () => {
  it.each([
    ['greeting', 'आज हम मानसून के बारे में जानेंगे।', 'hi'],
    ['greeting', 'आप सभी का इस सत्र में हार्दिक स्वागत है।', 'hi'],
    ['greeting', 'अगले भाग में हम बाढ़ देखेंगे।', 'hi'],
    ['greeting', 'ध्यान से सुनने के लिए धन्यवाद।', 'hi'],
    ['greeting', 'सुनने के लिए आप सभी का बहुत-बहुत धन्यवाद करते हैं।', 'hi'],
    ['greeting', 'Auf dieser Folie sehen Sie die Schritte.', 'de'],
    ['greeting', 'Heute sprechen wir über den Bebauungsplan.', 'de'],
    ['greeting', 'Wie wir bereits gesehen haben, gilt der Plan.', 'de'],
    ['greeting', 'Lassen Sie uns mit dem Plan beginnen.', 'de'],
    ['greeting', 'जैसा कि हमने पहले देखा, पानी घटता है।', 'hi'],
    ['greeting', 'Zusammenfassend lässt sich sagen, dass der Plan gilt.', 'de'],
    ['leak', 'स्रोत में बताया गया है कि पानी घटा।', 'hi'],
    // One character for the letter with its dot, where the pattern has two.
    ['leak', 'दस्तावे\u095b में बताया गया है कि पानी घटा।', 'hi'],
    ['leak', 'Laut dem vorliegenden Text liegt der Plan aus.', 'de'],
    ['model-talk', 'Als KI-Sprachmodell kann ich das nicht beurteilen.', 'de'],
    ['model-talk', 'Hier ist das JSON für die Folie.', 'de'],
    ['wrong-script', 'The Water Cycle And Its Effects On Indian Farming', 'hi'],
    ['wrong-script', 'Monsoon winds bring rain to the fields in June हर साल।', 'hi'],
    ['number-unfounded', 'Im Jahr 1960 trat das Gesetz in Kraft.', 'de'],
  ])('%s: %s', (rule, text, language) => {
    expect(rulesOf(text, language)).toContain(rule);
  });

  it('a row that only holds a place is caught in German too', () => {
    expect(rulesOf('Punkt 1', 'de', null, { path: 'points[0]', role: 'row' })).toEqual(['placeholder']);
  });

  it('a last heading that sums up is caught in German too', () => {
    const slide = (heading: string) =>
      ({ heading, claim: heading, covers: [], layout: 'bullets', picture: false }) as const;
    const slides = ['Der Beschluss', 'Fazit'].map((heading) => ({ ...slide(heading), covers: ['x'], passages: [] }));
    const answer = { title: 'Der Plan', subtitle: '', slides, closing: 'Das bleibt' };
    const problems = checkHeadings(answer, { language: 'de', given: '', passages: [] });
    expect(problems.map(({ path, rule }) => [path, rule])).toEqual([['slides[1].heading', 'frame-heading']]);
  });
});
