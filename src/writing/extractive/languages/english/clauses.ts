import type { ClauseRules } from '../writing-language.ts';

const FILLERS =
  /(?<=\p{L}),? (?:therefore|thus|hence|also|however|in turn|of course|for example|for instance|in fact|simply)(?:,)? (?=\p{Ll})/gu;

/** Where a main clause may end. What follows adds to the sentence but does not turn it round ("unless", "only if"). */
const TAILS: readonly RegExp[] = [
  /;\s/gu,
  /\s[–—]\s|—/gu,
  /:\s/gu,
  /,\s(?=(?:which|who|whose|where|so that|because|since|although|though|whereas|while|as|when|making|allowing|causing|leaving|giving|creating|producing|forming|leading|resulting|using|including|such as|especially|particularly|for example|for instance|thereby|thus|known as|called|rather than|instead of|compared with)\b)/gu,
  /,\s(?=(?:and|but|so|yet|or)\s(?:then\s)?(?:it|they|this|these|that|he|she|we|you|there|the|a|an|its|their|his|her|some|many|most|such|not|no|each|every)\b)/gu,
  /\s(?=(?:because|so that|although|though|whereas)\s)/gu,
  /,\s(?=(?:and|but|so|yet)\s\p{L}+\s\p{L}+\s\p{L}+)/gu,
  /,\s(?=(?:for|with|from|at|on|by|under|during|after|before|within|up to)\s)/gu,
  /,\s(?=(?:less|more|mainly|mostly|largely|partly|chiefly|especially|even) (?:because|as|by|in|for|when|on|with|to|from)\s)/gu,
];
const TURNS_MEANING = /\b(?:unless|except|only|without|but not|rather than|instead of|until|no longer|if)\b/iu;
const CORRELATIVE = /\b(?:both|either|neither|not only|whether|between|so|such|more|less|as)\b[^,]*$/iu;
const FINITE_VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|cannot|could|may|might|must|shall|should|will|would|makes?|made|gives?|gave|takes?|took|comes?|came|goes|went|holds?|held|falls?|fell|grows?|grew|keeps?|kept|needs?|becomes?|became|forms?|moves?|makes?|shows?|shown|found|led|leads?|sets?|puts?|rises?|rose|begins?|began|means?|meant|says?|said|brings?|brought|carr(?:y|ies|ied)|\p{L}{3,}(?:ed|ates?|izes?|ises?|ifies|ns|ps|ts|ks|ds|rs|ls|ves|ges|ces|ses))\b/iu;

function isWholeClause(kept: string, tail: string): boolean {
  if (TURNS_MEANING.test(tail.slice(0, 30)) || !FINITE_VERB.test(kept)) return false;
  if (
    /^(?:when|if|as|while|because|since|although|though|after|before|once|until|unless|where|whether)\b[^,]*$/iu.test(
      kept,
    )
  )
    return false;
  // "In 1349 the king issued a law" is whole; "In towns that were crowded" is not.
  if (
    /^(?:in|at|on|by|for|with|from|during|over|under)\b[^,]*$/iu.test(kept) &&
    (!/^\p{L}+\s(?:\p{Lu}\p{L}+\s)?\p{N}/u.test(kept) || /\b(?:that|which|who|where|when)\b/iu.test(kept))
  )
    return false;
  if (/^,?\s*(?:and|or|but|so|yet)\b/iu.test(tail) && (/,/u.test(kept) || CORRELATIVE.test(kept))) return false;
  return !/\b(?:the|a|an|of|in|on|at|by|for|with|from|to|and|or|but|as|than|that|which|who|is|are|was|were|be|not|so|such|less|more|only|just|even|partly|mainly|mostly|largely|chiefly|especially|simply|precisely|perhaps|probably|if)$/iu.test(
    kept,
  );
}

/** ", which …," in the middle; the words around it are the sentence. */
const INNER_CLAUSE =
  /,\s(?:which|who|whose|where)\s[^,;]{3,90},\s(?=(?:is|are|was|were|has|have|can|will|may|must|\p{L}+(?:s|ed))\s)/u;

const SOFT_BOUNDARY =
  /,\s|\s(?=(?:in|on|at|by|for|with|from|through|during|over|under|between|among|into|across|because|when|while|that|which|and|to)\s)/gu;

export const ENGLISH_CLAUSES: ClauseRules = {
  fillers: FILLERS,
  tails: TAILS,
  hasFiniteVerb: (text) => FINITE_VERB.test(text),
  isWholeClause,
  cutInnerClause: (text) => text.replace(INNER_CLAUSE, ' '),
  softBoundary: SOFT_BOUNDARY,
};
