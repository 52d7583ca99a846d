import type { WeightRules } from '../writing-language.ts';

export const ENGLISH_WEIGHTS: WeightRules = {
  defines: /\b(?:is|are) (?:called|known as|defined as|the|an?)\b/iu,
  definingVerbs: ['is', 'are', 'means', 'describes'],
  example: /\b(?:for example|for instance|such as)\b/iu,
  claim:
    /\b(?:lessons?|most important|what matter(?:s|ed)|(?:we|I) (?:recommend|propose|suggest|conclude)|the (?:key|main|central|whole) (?:point|idea|reason|message)|is essential|must)\b/iu,
};
