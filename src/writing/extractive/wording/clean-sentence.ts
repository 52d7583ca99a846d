import { plainWords } from './content-stems.ts';
import { setQuotes } from './set-typography.ts';

const REFERENCE_MARKS = /\s*\[(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|citation needed|note \d+|[a-z])\]/giu;
const REFERENCE_ASIDES =
  /\s*\((?:see|cf\.?|compare|shown in|as in|from)\b[^()]{0,80}\)|\s*\((?:fig(?:ure|\.)?|table|eq(?:uation|\.)?|section|chapter|appendix|p\.|pp\.)\s*[\p{N}.]+[^()]{0,40}\)|\s*\((?:[\p{Lu}][\p{L}.’'-]+(?:\s+(?:and|&|et al\.?)\s*[\p{L}.’'-]*)*,?\s+\d{4}[a-z]?(?:;\s*)?)+\)/giu;
const POINTS_ELSEWHERE =
  /\b(?:(?:see|shown?|described|discussed|mentioned|listed|given|seen|noted|explained|defined|above|below)\s+(?:above|below|earlier|later|overleaf|here)|(?:figure|fig\.|table|equation|eq\.|appendix|listing)\s*\p{N}+|(?:in|of) (?:the )?(?:next|previous|following|last|preceding) (?:section|chapter|paragraph|figure|table|page)s?|(?:the|as) follow(?:ing|s)\b(?=\s*[.:]?$)|(?:section|chapter)\s+\p{N}+(?:\.\p{N}+)*|this (?:section|chapter|article|paper|document|page|report|text|handout|post|book|guide)|click|see also|for more (?:about|on|information|details)|the (?:picture|diagram|figure|table|image|chart|graph) (?:above|below|shows))\b/iu;
/** What is left of "See https://… for the letter": a pointer whose target is gone. Addresses of people say nothing aloud. */
const LOST_TARGET =
  /^(?:(?:below|above) (?:is|are)\b|(?:see|visit|go to|download|read|check|watch|email|contact|write to)(?: (?:it|us|me|them|more))?(?: (?:at|on|in|for|to|from|via)\b|[.:]|$))|\b(?:documented|found|available|described|listed) (?:here|at|on)(?=\s*[.:,]|$)|\S@\S+\.\S|^[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+\.?$/iu;
const NOT_PROSE =
  /[{}<>\\|]|=>|->|::|\$[^$\s\d]|(?:^|\s)[#@]\w|\w\(\)|[=+*/]\s*[=+*/]|_\w+_|https?:|\S\/\S+#\d|\w\.\w+\(|^\W*(?:copyright|©|all rights reserved|by [\p{Lu}]\S+ [\p{Lu}]\S+$)/iu;
const MIN_WORDS = 3;
const MAX_WORDS = 60;

/**
 * Returns a source sentence ready to be spoken: reference marks gone, curly quotes, a mark at its end. Null when it
 * points elsewhere ("see Figure 3"), holds code or formulas, or is too short or too long.
 */
export function cleanSentence(source: string): string | null {
  const text = setQuotes(source.replace(REFERENCE_MARKS, '').replace(REFERENCE_ASIDES, '').replace(/\s+/gu, ' ').trim())
    .replace(/^[\s\-–—•*,;:.)]+(?=\S)/u, '')
    .replace(/ (?=[.,;:!?])/gu, '');
  if (POINTS_ELSEWHERE.test(text) || LOST_TARGET.test(text) || NOT_PROSE.test(text)) return null;
  const words = plainWords(text);
  const lettered = words.filter((word) => /\p{L}/u.test(word)).length;
  if (lettered < MIN_WORDS || words.length > MAX_WORDS || words.some((word) => word.length > 40)) return null;
  // A voice drops its tone at a mark; a line without one would run into the next sentence.
  return /[.!?…]["'”’)]*$/u.test(text) ? text : `${text.replace(/[\s,;:–—-]+$/u, '')}.`;
}
