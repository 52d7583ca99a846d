const END = "(?![\\p{L}’'-])";
const OPENING = '^[“‘"\'(]*';
const pattern = (source: string): RegExp => new RegExp(source, 'iu');

const POINTING_STARTS = pattern(
  `${OPENING}(?:this|these|those|that(?!\\s+is\\b)|it|its|itself|they|them|their|theirs|he|she|him|her|his|hers|such|both(?!\\s.*\\band\\b)|` +
    'neither(?!\\s.*\\bnor\\b)|the former|the latter|the same|the others?|others?|another|here|so (?:do|does|is|are|did)|' +
    '(?:each|all|some|one|most|many|much|few|none|part|half|two|three) of (?:it|them|these|those|this)|' +
    `the (?:following|above|preceding|previous|rest|result|reverse|opposite)(?! of the))${END}`,
);
// "When it happens", "In their homes": the pronoun comes before any noun that it could mean.
const POINTING_AFTER_LINK = pattern(
  `${OPENING}(?:(?:even|only|just|and|but)\\s)?(?:when|as|if|because|because of|in|by|for|with|without|once|after|before|while|since|until|unless|from|at|on|of|` +
    `during|through|to|despite|among|although|though|like|unlike|besides|where|whether)\\s(?:(?:all|some|most|one|each|both)\\sof\\s)?` +
    `(?:it|its|they|them|their|he|she|him|her|his|that)${END}`,
);
// Nobody knows which "this" a sentence means that is heard alone, wherever the word stands.
const DEMONSTRATIVE = pattern(
  `(?<![\\p{L}’'-])(?:this(?! (?:year|century|decade|week|month))|these(?! days)|those(?! (?:who|that|of|in|with|from|whose)))${END}`,
);
const ELLIPTIC = pattern(
  `${OPENING}(?:(?:one|two|three|four|five|a few|some|many|most|several|few|none) (?:is|are|was|were|has|have|do|does|can|even|also)|` +
    '(?:(?:only|about|some|roughly|nearly|almost|around|over|under|just|at least|up to)\\s)*[\\p{N}.,]+\\s?(?:%|percent|per cent) (?:is|are|was|were)|' +
    `the ones?|(?:[\\p{L}]+\\s){0,5}(?:the remaining|the rest(?! of))|more (?:recently|precisely)|not (?:all|so)|how so|why(?=\\?))${END}`,
);
const NOT_ALONE = pattern(
  '(?<![\\p{L}-])(?:as well(?! as)|too(?=[.,;:!?]|$)|the same (?:effect|way|reason|thing|process|time)|the (?:second|other) (?:one|way)|' +
    '(?:do|does|did) so|the (?:one|two|three|four) (?:above|below)|the latter|the former|(?:is|are) similar)(?=[\\s.,;:!?]|$)',
);

/** Whether a sentence points back, so that it means nothing without the sentence before it. */
export function isAnaphoric(sentence: string): boolean {
  return (
    POINTING_STARTS.test(sentence) ||
    POINTING_AFTER_LINK.test(sentence) ||
    ELLIPTIC.test(sentence) ||
    DEMONSTRATIVE.test(sentence)
  );
}

/** Whether a sentence leans on another anywhere ("have the same effect"): it can be spoken after it, but is no point. */
export function leansOnOthers(sentence: string): boolean {
  return isAnaphoric(sentence) || NOT_ALONE.test(sentence);
}
