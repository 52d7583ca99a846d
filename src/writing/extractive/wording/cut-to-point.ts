import { plainWords } from './content-stems.ts';
import { leansOnOthers } from './is-anaphoric.ts';
import { cutLeadingConnective } from './leading-connective.ts';
import { capitalizeFirst, joinUnits } from './set-typography.ts';

/** Two lines of a row beside a picture at a readable size. */
const MAX_POINT_CHARS = 90;
/** Two lines of a row over the whole width; used when no cut is shorter. */
const MAX_WIDE_POINT_CHARS = 110;
const GOOD_POINT_WORDS = 15;
const MIN_POINT_WORDS = 3;
const MIN_KEPT_WORDS = 4;

// Only brackets after a space are asides: those of "√(T/μ)" and "Art. 3(1)" belong to the word.
const ASIDES = [/(?:^|\s+)\([^()]*\)/gu, /\s*\[[^[\]]*\]/gu, /\s+[–—]\s+[^–—]{1,80}\s+[–—](?=\s)/gu, /—[^—]{1,80}—/gu];
const FILLERS =
  /(?<=\p{L}),? (?:therefore|thus|hence|also|however|in turn|of course|for example|for instance|in fact|simply)(?:,)? (?=\p{Ll})/gu;

/** Where a main clause may end. What follows adds to the sentence but does not turn it round ("unless", "only if"). */
const TAILS = [
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

/** Whether words hold a verb of their own, so that they may state something. */
export const hasFiniteVerb = (text: string): boolean => FINITE_VERB.test(text);

const wordCount = (text: string): number => plainWords(text).length;
const fits = (text: string, maxChars = MAX_POINT_CHARS): boolean => text.length <= maxChars;
const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.;:!?])/gu, '')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();

/** Whether the words before a cut stand on their own: long enough, with a verb, no list or pair left open. */
function isWholeClause(kept: string, tail: string): boolean {
  if (wordCount(kept) < MIN_KEPT_WORDS || TURNS_MEANING.test(tail.slice(0, 30)) || !FINITE_VERB.test(kept))
    return false;
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

/** All shorter versions of a sentence that end at a clause boundary, longest first. */
function cutTails(text: string): string[] {
  const cuts = TAILS.flatMap((boundary) =>
    [...text.matchAll(boundary)]
      .map((match) => ({ kept: tidy(text.slice(0, match.index)), tail: text.slice(match.index).trimStart() }))
      .filter(({ kept, tail }) => isWholeClause(kept, tail.replace(/^[,;:–—]\s*/u, ''))),
  );
  return cuts.map((cut) => cut.kept).sort((a, b) => b.length - a.length);
}

/** ", which …," in the middle; the words around it are the sentence. */
function cutInnerClause(text: string): string {
  return text.replace(
    /,\s(?:which|who|whose|where)\s[^,;]{3,90},\s(?=(?:is|are|was|were|has|have|can|will|may|must|\p{L}+(?:s|ed))\s)/u,
    ' ',
  );
}

function dress(text: string): string {
  return joinUnits(capitalizeFirst(tidy(text.replace(/[.!…,;]+(?=["'”’)]*$)/u, ''))));
}

const ATTACHED_BRACKETS = /(?<=\S)\([^()\s][^()]*\)/gu;

const isSound = (text: string): boolean => {
  const quotes = (text.match(/“/gu)?.length ?? 0) - (text.match(/”/gu)?.length ?? 0);
  return wordCount(text) >= MIN_POINT_WORDS && quotes === 0 && !/[()[\]]/u.test(text.replace(ATTACHED_BRACKETS, ''));
};

/**
 * Returns a row of a slide made from a sentence by cuts alone, so every word is the document's own, in order: at most
 * 90 characters, or 110 when there is no shorter cut; no full stop. Null for questions, for sentences that lean on others, and when no cut is sound.
 */
export function cutToPoint(sentence: string): string | null {
  if (/[?!:]["'”’)]*$/u.test(sentence) || /^["“‘]/u.test(sentence)) return null;
  let text = cutLeadingConnective(sentence).text;
  for (const aside of ASIDES) text = text.replace(aside, '');
  text = text.replace(FILLERS, ' ').replace(/[.…]+(["'”’)]*)$/u, '$1');
  if (leansOnOthers(text)) return null;
  const whole = tidy(text);
  const sound = [whole, tidy(cutInnerClause(text)), ...cutTails(whole)].filter(isSound);
  const narrow = sound.filter((version) => fits(version));
  const versions = narrow.length > 0 ? narrow : sound.filter((version) => fits(version, MAX_WIDE_POINT_CHARS));
  const short = versions.find((version) => wordCount(version) <= GOOD_POINT_WORDS);
  const best = short ?? versions[0];
  return best === undefined ? null : dress(best);
}

/** Returns a row of the whole sentence, for one that means little without its end; null when it is too long for a row. */
export function wholePoint(sentence: string): string | null {
  const text = tidy(sentence.replace(/[.…]+$/u, ''));
  return fits(text, MAX_WIDE_POINT_CHARS) && wordCount(text) >= MIN_POINT_WORDS ? dress(text) : null;
}

/** Before these words a sentence may be cut when nothing better is left. */
const SOFT_BOUNDARY =
  /,\s|\s(?=(?:in|on|at|by|for|with|from|through|during|over|under|between|among|into|across|because|when|while|that|which|and|to)\s)/gu;

/** Returns a point by the last soft boundary that fits, for a slide that would otherwise have none; null if none does. */
export function forcePoint(sentence: string): string | null {
  const text = tidy(
    cutLeadingConnective(sentence)
      .text.replace(/(?:^|\s+)\([^()]*\)/gu, '')
      .replace(/[.…!?]+(["'”’)]*)$/u, '$1'),
  );
  if (leansOnOthers(text)) return null;
  if (fits(text) && isSound(text)) return dress(text);
  const kept = [...text.matchAll(SOFT_BOUNDARY)]
    .map((match) => tidy(text.slice(0, match.index)))
    .filter((version) => fits(version) && isSound(version) && wordCount(version) >= MIN_KEPT_WORDS)
    .at(-1);
  if (kept !== undefined) return dress(kept);
  const cut = tidy(text.slice(0, MAX_POINT_CHARS).replace(/\s+\S*$/u, ''));
  return isSound(cut) && fits(cut) ? dress(cut) : null;
}
