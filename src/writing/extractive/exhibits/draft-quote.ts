import type { QuoteExhibit } from '../../../contract/schemas/exhibit.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import type { MatterSentence } from '../matter/document-matter.ts';
import { splitAttribution } from '../matter/split-attribution.ts';
import { plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst } from '../wording/set-typography.ts';
import type { ExhibitDraft, ExhibitInput } from './exhibit-draft.ts';
import { speakAround } from './speak-around.ts';

const QUOTE_WORDS = { least: 5, most: 45 } as const;
const BLOCK_STRENGTH = 0.85;
const SAYING_STRENGTH = 0.7;
const NAMELESS_PENALTY = 0.25;

const bareQuote = (text: string): string => capitalizeFirst(text.replace(/^[“"'‘]+|[”"'’,]+$/gu, '').trim());

/** A block quote that is one sentence of the matter, with whoever is named under it. */
function ofBlock(one: MatterSentence, { exhibits }: WritingLanguage): Omit<QuoteExhibit, 'kind'> | null {
  if (one.kind !== 'quote' || exhibits.remark?.test(one.text) === true) return null;
  const { text, who, where } = splitAttribution(one.text);
  return { text: bareQuote(text), who, where };
}

function ofSaying(one: MatterSentence, { exhibits }: WritingLanguage): Omit<QuoteExhibit, 'kind'> | null {
  if (one.kind !== 'paragraph') return null;
  const groups = exhibits.sayings.map((pattern) => pattern.exec(one.text)?.groups).find((each) => each !== undefined);
  return groups?.quote === undefined || groups.who === undefined
    ? null
    : { text: bareQuote(groups.quote), who: groups.who, where: null };
}

/** Drafts the passage in which somebody speaks: a block quote, else a sentence with a speaker; null when nobody does. */
export function draftQuote(input: ExhibitInput): ExhibitDraft | null {
  const { language } = input.matter;
  const found = input.sentences.flatMap((one) => {
    const quote = ofBlock(one, language) ?? ofSaying(one, language);
    const isPart = one.kind === 'quote' && (input.matter.byPassage.get(one.passageId)?.length ?? 0) > 1;
    if (quote === null || one.needs !== null || isPart) return [];
    const count = plainWords(quote.text).length;
    if (count < QUOTE_WORDS.least || count > QUOTE_WORDS.most) return [];
    const kind = one.kind === 'quote' ? BLOCK_STRENGTH : SAYING_STRENGTH;
    return [{ one, quote, strength: kind - (quote.who === null ? NAMELESS_PENALTY : 0) }];
  });
  const best = found.sort((a, b) => b.strength - a.strength || a.one.index - b.one.index)[0];
  if (best === undefined) return null;
  return {
    exhibit: { kind: 'quote', ...best.quote },
    points: [],
    speak: () => speakAround(best.one, null, input),
    passageIds: [],
    strength: best.strength,
  };
}
