const END = "(?![\\p{L}’'-])";
const OPENING = '^[“‘"\'(]*';
const pattern = (source: string): RegExp => new RegExp(source, 'iu');

const POINTING_STARTS = pattern(
  `${OPENING}(?:this|these|those|that(?!\\s+is,)|it|its|itself|they|them|their|theirs|he|she|him|her|his|hers|such|both(?!\\s.*\\band\\b)|` +
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

// "There the towns were few": a place that was named before. "There is …" names its own.
const POINTING_PLACE = pattern(
  `${OPENING}there (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|seems?|exists?|remains?|remained|comes?|came|lies?|lay|stands?|stood|isn|aren|wasn|weren)${END}|(?:also|still|often|usually|once|no longer) (?:is|are|was|were|exists?)${END})`,
);
// "Then others can read it", "Likewise you should": without a comma the word ties just as much.
const TIED_TO_BEFORE = pattern(`${OPENING}(?:then|likewise|similarly|instead|otherwise|afterwards|thereafter)\\s`);
// "The Sun then weakens it": said alone, the time is lost, and the sentence becomes a false one.
const THEN_AFTER_SUBJECT = pattern(
  `${OPENING}(?!(?:if|when|once|after|as|first)\\s)(?:[\\p{L}’'-]+\\s){1,4}(?<!(?:and|or|but|since|until|till|by|just)\\s)then\\s`,
);
// "Together they can": the adverb does not say who.
const POINTING_AFTER_ADVERB = pattern(
  `${OPENING}(?:together|soon|often|usually|sometimes|later|now|today|once|alone|again|eventually|slowly|quickly|still|yet|perhaps|maybe|surprisingly|only)\\s(?:they|he|she|it)${END}`,
);
// "Historians call it the second serfdom", "Nobody knew what caused it": no noun before the pronoun can be meant.
const EARLY_OBJECT = pattern(
  `${OPENING}(?:\\p{L}+ ){1,2}(?:it|him|them)${END}(?! (?:is|was|has|will|clear|easy|hard|possible|impossible|difficult|necessary|worth|for granted|takes|comes))`,
);
const NOBODY_AND_IT = pattern(
  `${OPENING}(?:nobody|no one|everyone|everybody|anyone|people|some|many|most)${END}[^,;]*\\s(?:it|him|her|them|they|he|she)${END}`,
);

/** Whether a sentence points back, so that it means nothing without the sentence before it. */
export function isAnaphoric(sentence: string): boolean {
  return (
    POINTING_STARTS.test(sentence) ||
    POINTING_AFTER_LINK.test(sentence) ||
    POINTING_PLACE.test(sentence) ||
    POINTING_AFTER_ADVERB.test(sentence) ||
    TIED_TO_BEFORE.test(sentence) ||
    THEN_AFTER_SUBJECT.test(sentence) ||
    ELLIPTIC.test(sentence) ||
    DEMONSTRATIVE.test(sentence)
  );
}

/** Whether a sentence leans on another anywhere ("have the same effect"): it can be spoken after it, but is no point. */
export function leansOnOthers(sentence: string): boolean {
  return (
    isAnaphoric(sentence) || NOT_ALONE.test(sentence) || EARLY_OBJECT.test(sentence) || NOBODY_AND_IT.test(sentence)
  );
}
