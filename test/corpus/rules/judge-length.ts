import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';
import { wordsOf } from './words-of.ts';

/** The embedded voice with its pauses, measured on a whole lecture; Hindi words are shorter. */
const WORDS_PER_SECOND = 2.4;
const MIN_SECONDS = 20;
const MAX_SECONDS = 45;
/** A slide whose passages have fewer words than this share of its time has said what it could: not every sentence stands alone. */
const USABLE_SHARE = 0.6;

const secondsOf = (texts: readonly string[]): number =>
  texts.flatMap((text) => text.split(/\s+/u)).length / WORDS_PER_SECOND;

/** A slide speaks 20 to 45 seconds; less only when its share of the matter is thin. */
export const judgeLength: Rule = (lecture) => {
  const byId = new Map(lecture.document.passages.map((passage) => [passage.id, passage]));
  const content = contentSlides(lecture).flatMap(({ number, script, slide }) => {
    const seconds = secondsOf(script.narration.map(({ text }) => text));
    const prose = slide.passageIds.flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind !== 'table');
    const sayable = wordsOf(prose.map(({ text }) => text).join(' ')).length * USABLE_SHARE;
    const isThin = sayable < MIN_SECONDS * WORDS_PER_SECOND;
    if ((seconds >= MIN_SECONDS || isThin) && seconds <= MAX_SECONDS) return [];
    return [{ slide: number, text: `${Math.round(seconds)} s: ${script.heading}` }];
  });
  const others = lecture.scripts.flatMap(({ heading, narration }, index) => {
    const seconds = secondsOf(narration.map(({ text }) => text));
    const isContent = lecture.outline.slides[index]?.role === 'content';
    return isContent || seconds <= MAX_SECONDS
      ? []
      : [{ slide: index + 1, text: `${Math.round(seconds)} s: ${heading}` }];
  });
  return [...content, ...others];
};
