import { describe, expect, test } from 'vitest';
import { HINDI } from '../../../../src/writing/extractive/languages/hindi.ts';
import { cleanSentence } from '../../../../src/writing/extractive/wording/clean-sentence.ts';
import { cutToPoint } from '../../../../src/writing/extractive/wording/cut-to-point.ts';

describe('Hindi', () => {
  test.each([
    ['नदी', 'नदियों'],
    ['बादल', 'बादलों'],
    ['पर्वत', 'पर्वतों'],
    ['बूँद', 'बूंदें'],
    ['लड़का', 'लड़के'],
  ])('gives %s and %s one stem, since both name one thing', (one, other) => {
    expect(HINDI.words.stem(one)).toBe(HINDI.words.stem(other));
  });

  test.each(['जल', 'जलवायु', 'बादल', 'बर्फ़'])('keeps %s apart from words that only begin alike', (word) => {
    const others = ['जलन', 'बादाम', 'बर्तन'];
    expect(others.map((other) => HINDI.words.stem(other))).not.toContain(HINDI.words.stem(word));
  });

  test.each([
    ['यह पानी को ऊपर उठाती है।', true],
    ['इसके कारण बादल बनते हैं।', true],
    ['जब वे भारी होती हैं, वर्षा होती है।', true],
    ['इस वर्ष वर्षा कम हुई।', false],
    ['वह जल जो ज़मीन में उतरता है, भूजल कहलाता है।', false],
    ['सूर्य समुद्र को गर्म करता है।', false],
    ['येरुशलम एक पुराना शहर है।', false],
  ])('knows whether "%s" points back', (sentence, points) => {
    expect(HINDI.links.isAnaphoric(sentence)).toBe(points);
  });

  test.each([
    ['लेकिन समुद्र का पानी खारा है।', 'समुद्र का पानी खारा है'],
    ['सूर्य समुद्र को गर्म करता है।', 'सूर्य समुद्र को गर्म करता है'],
    ['भूजल (चित्र 3 देखें) चट्टानों में जमा होता है।', 'भूजल चट्टानों में जमा होता है'],
    ['बाँध की ऊँचाई २२५ मीटर है।', 'बाँध की ऊँचाई 225\u00A0मीटर है'],
    [
      'पौधे अपनी पत्तियों से हर दिन बहुत सारा पानी हवा में छोड़ते हैं, जिससे जंगलों के ऊपर की हवा नम रहती है और वहाँ बादल जल्दी बनते हैं।',
      'पौधे अपनी पत्तियों से हर दिन बहुत सारा पानी हवा में छोड़ते हैं',
    ],
  ])('makes a row of %s without danda, with Western digits', (sentence, row) => {
    expect(cutToPoint(sentence, HINDI)).toBe(row);
  });

  test('never keeps the half of a sentence that only leads in', () => {
    const sentence =
      'जब गर्म हवा पहाड़ों से टकराकर बहुत ऊपर तक उठती चली जाती है, तब उसकी भाप ठंडी होकर बादलों की मोटी परत बनाती है और बरसती है।';
    expect(cutToPoint(sentence, HINDI)).toBeNull();
  });

  test('drops a sentence that points to a picture, since nobody hears a picture', () => {
    expect(cleanSentence('चित्र 3 में जल चक्र के सभी चरण दिखते हैं।', HINDI)).toBeNull();
  });

  test('ends a line without a mark with a danda, so that the voice falls', () => {
    expect(cleanSentence('पानी का रास्ता लंबा है', HINDI)).toBe('पानी का रास्ता लंबा है।');
  });
});
