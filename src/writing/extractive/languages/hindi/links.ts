import type { LinkRules } from '../writing-language.ts';

const END = '(?![\\p{L}\\p{M}])';
const OPENING = '^[“‘"\'(]*';
const pattern = (source: string): RegExp => new RegExp(source, 'u');

const CONNECTIVES =
  'लेकिन|किंतु|किन्तु|परंतु|परन्तु|मगर|और|तथा|अतः|अत|इसलिए|इसलिये|इस प्रकार|इस तरह|इसके अलावा|इसके अतिरिक्त|इसके साथ ही|साथ ही|वास्तव में|असल में|दरअसल|' +
  'उदाहरण के लिए|उदाहरणस्वरूप|जैसे कि|मसलन|फिर भी|तब भी|फिर|अंत में|अंततः|सबसे पहले|पहले|दूसरी ओर|एक ओर|वहीं|संक्षेप में|निष्कर्ष में|नतीजतन|परिणामस्वरूप|' +
  'फलस्वरूप|दूसरे शब्दों में|यानी|अर्थात|अर्थात्|बेशक|निस्संदेह|स्पष्ट है कि|ध्यान रहे कि|ध्यान दें कि|याद रखें कि|हालाँकि|हालांकि|इसके विपरीत|इसी तरह|इसी प्रकार';
const WITH_COMMA = pattern(`^(?:${CONNECTIVES}),\\s+`);
const WITHOUT_COMMA = pattern('^(?:लेकिन|किंतु|किन्तु|परंतु|परन्तु|मगर|और|अतः|इसलिए|इसलिये)\\s+');

const POINTING =
  'यह|वह|ये|वे|इस|उस|इन|उन|इसे|उसे|इन्हें|उन्हें|इसका|इसके|इसकी|उसका|उसके|उसकी|इनका|इनके|इनकी|उनका|उनके|उनकी|इसमें|उसमें|इनमें|उनमें|इससे|उससे|इनसे|उनसे|' +
  'इसने|उसने|इन्होंने|उन्होंने|इसी|उसी|इन्हीं|उन्हीं|यही|वही|इसीलिए|इसलिए|ऐसा|ऐसे|ऐसी|इतना|इतने|इतनी|उतना|उतने|उतनी|दोनों|तीनों|यहाँ|यहां|वहाँ|वहां|तब|' +
  'दूसरा|दूसरी|दूसरे|बाकी|बाक़ी|शेष|इनमें से|उनमें से|उपरोक्त|निम्न|निम्नलिखित|पूर्वोक्त|फिर|उसके बाद|इसके बाद|साथ ही';
/** "वह प्रक्रिया जिससे": what it means follows. */
const POINTS_AHEAD = pattern(`${OPENING}(?:वह|वे|उस|उन|यह)\\s[^,]{1,40}\\s(?:जो|जिस|जिन|जहाँ|जहां)`);
const NOT_POINTING = pattern(`${OPENING}(?:इस|इन)\\s(?:वर्ष|साल|सदी|शताब्दी|दशक|सप्ताह|महीने|दिनों)${END}`);
const POINTING_START = pattern(`${OPENING}(?:${POINTING})${END}`);
const POINTING_AFTER_LINK = pattern(
  `${OPENING}(?:जब|यदि|अगर|जैसे ही|चूँकि|चूंकि|क्योंकि|जहाँ|जहां|तो|और|फिर)\\s(?:भी\\s)?(?:${POINTING})${END}`,
);
const NOT_ALONE = pattern(`(?:^|\\s)(?:उपर्युक्त|उपरोक्त|इसी प्रकार|इसी तरह|पहले वाल[ाेी]|बाद वाल[ाेी])${END}`);

function isAnaphoric(sentence: string): boolean {
  if (NOT_POINTING.test(sentence) || POINTS_AHEAD.test(sentence)) return false;
  return POINTING_START.test(sentence) || POINTING_AFTER_LINK.test(sentence);
}

function cutLeadingConnective(sentence: string): { text: string; wasCut: boolean } {
  let text = sentence;
  for (let round = 0; round < 3; round += 1) {
    const next = text.replace(WITH_COMMA, '').replace(WITHOUT_COMMA, '');
    if (next === text) break;
    text = next;
  }
  return { text, wasCut: text !== sentence };
}

/** Hindi points back with यह, वह, ये, वे and their forms, nearly always at the head of a sentence. */
export const HINDI_LINKS: LinkRules = {
  cutLeadingConnective,
  kept: null,
  isAnaphoric,
  leansOnOthers: (sentence) => isAnaphoric(sentence) || NOT_ALONE.test(sentence),
};
