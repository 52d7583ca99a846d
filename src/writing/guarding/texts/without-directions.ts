/** What a speaker does, and nobody says. */
const DONE = [
  String.raw`(?:(?:short|brief|long|dramatic|slight) )?paus(?:e|es|ing)(?: (?:for|to|and|here)\b[\p{L} ]{0,40})?`,
  '(?:smiles?|smiling|laughs?|laughing|chuckles?|sighs?|applause|clears throat)',
  '(?:(?:kurze|lange) )?Pause|lächelt|lacht|Applaus',
  'विराम|रुकें|रुकिए|मुस्कुराते हुए',
].join('|');
/** Also words that may stand in round brackets for what they mean: "the arts (music)". */
const SHOWN = String.raw`(?:[\p{L} ]{0,20} )?(?:music|musik)(?: [\p{L} ]{0,30})?|next slide|(?:show|display|point to)\s[^\]]{1,60}|संगीत`;
const DIRECTION = new RegExp(
  String.raw`\s*(?<![\p{L}\p{N}_])(?:\((?:${DONE})\.?\)|\[(?:${DONE})\.?\]|<(?:${DONE})\s?/?>|\*(?:${DONE})\*)`,
  'giu',
);
const SHOWN_DIRECTION = new RegExp(String.raw`\s*(?<![\p{L}\p{N}_])\[(?:${SHOWN})\.?\]`, 'giu');
/** "[0:15]", "(1:05–1:20)". */
const TIME = /^\s*[([]\d{1,2}:\d{2}(?:\s?[–-]\s?\d{1,2}:\d{2})?[)\]]\s*/u;
/** "Speaker: a device that …" explains a word. */
const SPEAKER =
  /^\s*(?:[Nn]arrator|[Ss]peaker|[Pp]resenter|[Ss]lide \d{1,3}|Sprecher(?:in)?|Erzähler(?:in)?|Folie \d{1,3}|वाचक|वक्ता|स्लाइड \d{1,3})\s*:\s+(?=[^\p{Ll}])/u;

/**
 * Returns a sentence as it is spoken, without what a script for actors has beside it: "(pause)", "[Music]", "Narrator:".
 * In a lecture about code "[show tables]" is a command.
 */
export function withoutDirections(sentence: string, isOfCode: boolean): string {
  const spoken = sentence.replace(DIRECTION, '').replace(TIME, '').replace(SPEAKER, '');
  return isOfCode ? spoken : spoken.replace(SHOWN_DIRECTION, '').trimStart();
}
