import type { ClauseRules } from '../writing-language.ts';

const END = '(?![\\p{L}\\p{M}])';
const pattern = (source: string, flags = 'u'): RegExp => new RegExp(source, flags);

const RELATIVES =
  'जो|जिससे|जिसमें|जिसका|जिसके|जिसकी|जिसे|जिस|जिन|जिन्हें|जिनका|जिनके|जिनकी|जिनमें|जिनसे|जहाँ|जहां|ताकि|क्योंकि|चूँकि|जबकि|हालाँकि|हालांकि|यानी|अर्थात|विशेषकर|' +
  'खासकर|ख़ासकर|विशेष रूप से|मुख्यतः';
const JOINING = 'लेकिन|किंतु|किन्तु|परंतु|परन्तु|मगर|इसलिए|और|तथा|एवं|बल्कि';
const TAILS = [
  /;\s/gu,
  /\s[–—]\s|—/gu,
  pattern(`,\\s(?=(?:${RELATIVES})${END})`, 'gu'),
  pattern(`,\\s(?=(?:${JOINING})${END})`, 'gu'),
  pattern(`\\s(?=(?:क्योंकि|ताकि|जिससे|जबकि|लेकिन|परंतु|किंतु|और)\\s)`, 'gu'),
  /,\s/gu,
];
/** In Hindi the verb ends its clause. */
const FINITE_VERB =
  '(?:है|हैं|था|थे|थी|थीं|हूँ|हो|होगा|होगी|होंगे|होंगी|गया|गई|गयी|गए|गये|हुआ|हुई|हुए|किया|किए|दिया|दी|दिए|लिया|लिए|बना|बनी|बने|रहा|रही|रहे|चाहिए|आया|आई|आए|' +
  'मिला|मिली|मिले|[\\p{L}\\p{M}]+(?:ेगा|ेगी|ेंगे|ेंगी|िए|िये))';
const ENDS_WITH_VERB = pattern(`(?:^|\\s)${FINITE_VERB}[”’)]*$`);
const HOLDS_VERB = pattern(`(?:^|\\s)${FINITE_VERB}${END}`);
const OPEN_START = pattern(
  `^(?:जब|यदि|अगर|जो|जिस|जिन|जिससे|जिसके|जहाँ|जहां|जैसे ही|चूँकि|चूंकि|क्योंकि|हालाँकि|हालांकि|भले|जब तक|जितना|जितनी|जितने|न)${END}`,
);
const TURNS_MEANING = pattern(
  `(?:^|\\s)(?:बशर्ते|सिवाय|अन्यथा|यदि|अगर|जब तक|केवल तभी|तो|तब|वह|वे|उस|उन|उसे|उन्हें|वहाँ|वही|न कि|बल्कि)${END}`,
);

/** The verb stands last, so the words before a cut are whole when they end in one and lead in nothing. */
function isWholeClause(kept: string, tail: string): boolean {
  if (!ENDS_WITH_VERB.test(kept) || OPEN_START.test(kept) || TURNS_MEANING.test(tail.slice(0, 24))) return false;
  return !pattern(`(?:^|\\s)(?:न केवल|न सिर्फ़|न सिर्फ|इतना|इतनी|इतने|ऐसा|ऐसी|ऐसे)${END}`).test(kept);
}

export const HINDI_CLAUSES: ClauseRules = {
  fillers: null,
  tails: TAILS,
  hasFiniteVerb: (text) => HOLDS_VERB.test(text),
  isWholeClause,
  cutInnerClause: (text) => text.replace(pattern(`,\\s(?:जो|जिसे|जिन्हें|जिसमें)\\s[^,;]{3,90}(?:है|हैं|था|थे|थी),\\s`), ' '),
  softBoundary: /,\s/gu,
};
