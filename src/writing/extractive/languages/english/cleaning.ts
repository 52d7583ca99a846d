import type { CleaningRules } from '../writing-language.ts';

const TARGET =
  '(?:(?:fig(?:ures?|s?\\.)?|tables?|charts?|eq(?:uations?|\\.)?|sections?|chapters?|appendi(?:x|ces)|box)\\s*[\\p{N}.]*\\p{N}[a-z]?(?:\\s?(?:and|[,–-])\\s?[\\p{N}.]*\\p{N}[a-z]?)*)';
const ELSEWHERE = `(?:${TARGET}|the (?:figure|table|chart|diagram|picture|map|graph)(?: (?:above|below))?|above|below|earlier)`;
const VERBS = '(?:shown|seen|described|discussed|mentioned|explained|noted|illustrated|listed|given|outlined)';
/** "As shown in Figure 2, prices fell", "Prices fell, as Table 3 shows." and "Figure 4 shows that prices fell": the rest is whole. */
const REFERENCE_CLAUSES = [
  `^As (?:is |was |can be )?(?:${VERBS} )?(?:in |by )?${ELSEWHERE}(?: (?:shows?|illustrates?|makes? clear))?,\\s+`,
  `,? as (?:is |was |can be )?${VERBS} (?:in |by )?${ELSEWHERE}(?=[.;,]|$)`,
  `, as ${ELSEWHERE} (?:shows?|illustrates?)(?=[.;,]|$)`,
  `^${ELSEWHERE} (?:shows?|illustrates?|makes? clear|demonstrates?) that\\s+`,
  `\\s*\\((?:(?:see|cf\\.?|compare)(?: also)? )?${ELSEWHERE}\\)`,
];
const ASIDES =
  /\s*\((?:see|cf\.?|compare|shown in|as in|from)\b[^()]{0,80}\)|\s*\((?:fig(?:ure|\.)?|table|eq(?:uation|\.)?|section|chapter|appendix|p\.|pp\.)\s*[\p{N}.]+[^()]{0,40}\)|\s*\((?:[\p{Lu}][\p{L}.’'-]+(?:\s+(?:and|&|et al\.?)\s*[\p{L}.’'-]*)*,?\s+\d{4}[a-z]?(?:;\s*)?)+\)/u;
const REFERENCE_ASIDES = new RegExp([...REFERENCE_CLAUSES, ASIDES.source].join('|'), 'giu');
const POINTS_ELSEWHERE =
  /\b(?:(?:see|shown?|described|discussed|mentioned|listed|given|seen|noted|explained|defined|above|below)\s+(?:above|below|earlier|later|overleaf|here)|(?:figure|fig\.|table|equation|eq\.|appendix|listing)\s*\p{N}+|(?:in|of) (?:the )?(?:next|previous|following|last|preceding) (?:section|chapter|paragraph|figure|table|page)s?|(?:the|as) follow(?:ing|s)\b(?=\s*[.:]?$)|(?:section|chapter)\s+\p{N}+(?:\.\p{N}+)*|this (?:section|chapter|article|paper|document|page|report|text|handout|post|book|guide)|click|see also|for more (?:about|on|information|details)|the (?:picture|diagram|figure|table|image|chart|graph) (?:above|below|shows))\b/iu;
/** What is left of "See https://… for the letter": a pointer whose target is gone. Addresses of people say nothing aloud. */
const LOST_TARGET =
  /^(?:(?:below|above) (?:is|are)\b|(?:see|visit|go to|download|read|check|watch|email|contact|write to)(?: (?:it|us|me|them|more))?(?: (?:at|on|in|for|to|from|via)\b|[.:]|$))|\b(?:documented|found|available|described|listed) (?:here|at|on)(?=\s*[.:,]|$)|\S@\S+\.\S|^[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+\.?$/iu;

export const ENGLISH_CLEANING: CleaningRules = {
  referenceAsides: REFERENCE_ASIDES,
  pointsElsewhere: POINTS_ELSEWHERE,
  lostTarget: LOST_TARGET,
};
