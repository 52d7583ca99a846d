import { knownText, type TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { findPhrase } from './find-phrase.ts';
import { callText, type GuardedText } from './guarded-text.ts';
import { speaksOfCode } from './speaks-of-code.ts';

const THE = '(?:the|this|these|our)';
const GIVEN = '(?:(?:given|provided|cited|above|source|following) )';
const SAID = '(?:stated|mentioned|described|shown|explained)';
// The source of a river is no text, nor is a passage of time.
const SOURCE = '(?:passages?|source(?: text| material| document)?(?! code)|text|excerpts?|document)\\b(?! of)';
const GEGEBEN = '(?:(?:gegebenen|vorliegenden|obigen|bereitgestellten) )';
const QUELLE = '(?:Text|Dokument|Abschnitt|Auszug)\\b';

/** Listeners see neither the passages nor the answer's shape. */
const LEAKS = [
  /\b(?:supports|citations?|passages?)["']?\s*[:=]\s*\[?["']?(?:p?\d|null)/iu,
  /\(\s*supports?\s+(?:point\s+)?\d\s*\)|\bsupports? (?:point|row)s? (?:no\.? |number )?\d/iu,
  /\[\s*(?:supports?|cite[sd]?|source|passage)\b[^\]]*\]/iu,
  /\bpassages?\s+(?:no\.?\s*|number\s*)?p?\d+\b/iu,
  new RegExp(`\\b(?:according to|as ${SAID} in|based on) ${THE} ${GIVEN}*${SOURCE}`, 'iu'),
  new RegExp(`\\bin ${THE} ${GIVEN}+(?:${SOURCE}|material\\b)`, 'iu'),
  // "Errors in the text are found" says where something lies, "In the text, …" where it was read.
  new RegExp(`(?:^|\\b,\\s|\\b(?:says|said|${SAID}) )in ${THE} ${SOURCE}`, 'iu'),
  /\b(?:the|this|these) (?:(?:given|provided|cited|above|source) )*(?:passages?|source text|source document|excerpts?) (?:says?|states?|mentions?|describes?|explains?|tells?|notes?|does not|do not)\b/iu,
  /\b(?:provided|given) (?:passages?|text|source|document|context)\b/iu,
  /(?:दिए|दिये)\s+गए\s+(?:पाठ|अंश|स्रोत|दस्तावेज़|अनुच्छेद)/u,
  // "By source of energy" sorts power stations, and Article 21 is a law's.
  /(?:^|[,।]\s*|इस\s+|उक्त\s+|यहाँ\s+)(?:स्रोत|दस्तावेज़|अंश|अनुच्छेद|पाठ)\s+(?:के\s+अनुसार|में\s+(?:बताया|कहा|लिखा)\s+गया)/u,
  /(?:^|\s)अंश\s+p?\p{Nd}+/u,
  new RegExp(`\\b(?:laut|gemäß|nach) (?:dem|diesem) ${GEGEBEN}+${QUELLE}`, 'iu'),
  // "Laut Abschnitt 3", "im Dokument von 1215": a law, a treaty.
  /(?:\blaut (?:(?:dem|diesem) )?(?:Text|Dokument|Auszug)|^(?:im|in diesem) (?:Dokument|Auszug))\b(?! (?:der|des|von|zu|aus)\b)/iu,
  new RegExp(`\\b(?:im|in dem) ${GEGEBEN}+${QUELLE}`, 'iu'),
] as const;
/** Pieces of JSON, where no code is spoken of. A list of quoted words ("a", "b") is none. */
const JSON_PIECES = [
  /"\s*:\s*["[{]|"\s*,\s*[[{]|","|",\s*"[\p{L}_]+"\s*:|\{\s*"|\[\s*"|[}\]]\s*[}\]]/u,
  /\\[nt"](?!\p{L})|\\u[0-9a-f]{4}/u,
] as const;

/** Finds what listeners should not see: names of passages, words about the source, pieces of JSON. */
export function checkLeaks(texts: readonly GuardedText[], context: TextContext): Problem[] {
  const known = knownText(context);
  const leaks = speaksOfCode(context.given) ? LEAKS : [...LEAKS, ...JSON_PIECES];
  const names = context.passages.map(({ name }) => name);
  // Only names that were given out: "p53" is a gene.
  const name =
    names.length === 0 ? [] : [new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'u')];
  return texts.flatMap((text): Problem[] => {
    if (text.role === 'verbatim') return [];
    const found = findPhrase(text.text, [...leaks, ...name], known);
    if (found === null) return [];
    return [
      { path: text.path, rule: 'leak', message: `${callText(text)} says “${found}”, which listeners know nothing of` },
    ];
  });
}
