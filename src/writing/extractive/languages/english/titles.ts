import type { TitleRules } from '../writing-language.ts';
import { lowerTitles } from './lower-titles.ts';

const SUMMARY =
  /^(?:(?:in )?(?:short|brief|summary|conclusions?|sum)|summary.*|recap.*|(?:key )?take-?aways?.*|key (?:points|ideas|messages|lessons).*|to (?:sum up|remember|conclude)|what to remember|remember|the main points|main points|concluding remarks|summing up|wrapping up|wrap-up|in a nutshell|the bottom line)$/iu;
const STATES = /\b(?:is|are|was|were|has|have|can|will|must|does|do|depends?|makes?|needs?|causes|changes)\b/u;

export const ENGLISH_TITLES: TitleRules = {
  article: /^(?:the|an?)\s/u,
  separator: /,\s|\sand\s/gu,
  summary: SUMMARY,
  openEnd: /\s+(?:and|or|of|the|an?|in|on|to|for|with|by|from|at|as|its|is|are|that|which)$/iu,
  states: STATES,
  span: (first, last) => `From ${first} to ${last}`,
  isComposed: (heading) => /\sand\s|^From\s/u.test(heading),
  lower: lowerTitles,
};
