import type { TaggedSentence } from './serialize-tagged-sentence.ts';

const TAG = '\\[\\s*(rate|pitch|pause|voice|style)\\s*=\\s*([^\\]]*?)\\s*\\]|\\[(/?)emphasis\\]';
const HEAD_TAG = new RegExp(`^\\s*(?:${TAG})`, 'iu');
// Also before the marks that end the sentence: "Text [pause=700ms]."
const TAIL_TAG = new RegExp(`\\s*(?:${TAG})\\s*([.!?…।॥"'”’»)]*)\\s*$`, 'iu');

const LIMITS = {
  rate: { unit: '%', low: -50, high: 50 },
  pitch: { unit: 'st', low: -6, high: 6 },
  pause: { unit: 'ms', low: 0, high: 10_000 },
} as const;

const isMeasured = (name: string): name is keyof typeof LIMITS => Object.hasOwn(LIMITS, name);

/** The number of a tag in its own unit, or null when it cannot be read. "0.7s" is a pause of 700 ms. */
function readNumber(name: keyof typeof LIMITS, value: string): number | null {
  const [, sign = '', digits = '', unit = ''] = /^([+\-−–]?)\s*(\d{1,6}(?:\.\d+)?)\s*([a-z%]*)$/iu.exec(value) ?? [];
  const written = unit.toLowerCase();
  const scale = name === 'pause' && written === 's' ? 1000 : 1;
  if (digits === '' || (scale === 1 && written !== '' && written !== LIMITS[name].unit)) return null;
  const rounded = Math.round(Number(digits) * scale);
  return sign === '' || sign === '+' || rounded === 0 ? rounded : -rounded;
}

/**
 * Returns a sentence and its prosody from one tagged line. Tags may stand in any order at the head and at the tail;
 * decimals are rounded, values out of range are clamped, and brackets that are no tags ("[sic]") stay in the text.
 * `findings` says, a sentence each, what was not taken as written: clamped, unreadable, doubled, or of no use here.
 */
export function parseTaggedSentence(line: string): {
  readonly sentence: TaggedSentence;
  readonly findings: readonly string[];
} {
  const values = new Map<keyof typeof LIMITS, number>();
  const findings: string[] = [];
  const take = (name: string, value: string): void => {
    if (name === '') return;
    if (!isMeasured(name)) {
      findings.push(`The tag [${name}=${value}] is ignored: one voice reads the whole deck.`);
      return;
    }
    const { low, high, unit } = LIMITS[name];
    const read = readNumber(name, value);
    if (read === null) {
      findings.push(`The tag [${name}=${value}] is ignored: write a number from ${low} to ${high}${unit}.`);
    } else if (values.has(name)) {
      findings.push(`The tag [${name}=${value}] is ignored: the sentence has a ${name} already.`);
    } else {
      const clamped = Math.min(high, Math.max(low, read));
      if (clamped !== read) findings.push(`The tag [${name}=${value}] is out of range: ${clamped}${unit} is used.`);
      values.set(name, clamped);
    }
  };

  let text = line.trim();
  for (let tag = HEAD_TAG.exec(text); tag !== null; tag = HEAD_TAG.exec(text)) {
    take((tag[1] ?? '').toLowerCase(), tag[2] ?? '');
    text = text.slice(tag[0].length);
  }
  for (let tag = TAIL_TAG.exec(text); tag !== null; tag = TAIL_TAG.exec(text)) {
    take((tag[1] ?? '').toLowerCase(), tag[2] ?? '');
    text = `${text.slice(0, tag.index)}${tag[4] ?? ''}`;
  }
  // A pair around words stresses nothing here, but its words stay.
  text = text.replace(/\[\/?emphasis\]/giu, '').trim();
  return {
    sentence: {
      text,
      ratePercent: values.get('rate') ?? 0,
      pitchSemitones: values.get('pitch') ?? 0,
      pauseMs: values.get('pause') ?? null,
    },
    findings,
  };
}
