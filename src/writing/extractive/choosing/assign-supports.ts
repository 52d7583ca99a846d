import type { NarrationSentence } from '../../../contract/schemas/slide-script.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';
import type { ChosenMatter } from './choose-matter.ts';
import { speakSentences } from './speak-sentences.ts';
import { likeness, weighStems } from './weigh-stems.ts';

const SPEAKS_ABOUT_LIKENESS = 0.25;

/**
 * Returns the narration with the row that each sentence speaks about: its own, else the row before or after it that it
 * is most like, or leans on; null when it is like neither. Indices never fall, since rows stand in the order of speech.
 */
export function assignSupports(chosen: ChosenMatter, heading: string, matter: DocumentMatter): NarrationSentence[] {
  const weight = weighStems(matter);
  const pointOf = new Map(chosen.points.map((point, index) => [point.sentence.index, index]));
  const supportOf = new Map<number, number | null>();
  let last: number | null = null;
  const decide = (sentence: MatterSentence): number | null => {
    const own = pointOf.get(sentence.index);
    if (own !== undefined) return own;
    if (sentence.point !== null && pointKey(sentence.point) === pointKey(heading)) return null;
    if (sentence.needs !== null) return supportOf.get(sentence.needs.index) ?? null;
    const next: number = last === null ? 0 : last + 1;
    const near = [last, next]
      .flatMap((index) => {
        const point = index === null ? undefined : chosen.points[index];
        // A row of another section lit up by a likely word would mislead.
        return index === null || point === undefined || point.sentence.sectionKey !== sentence.sectionKey
          ? []
          : [{ index, value: likeness(sentence.stems, point.sentence.stems, weight) }];
      })
      .sort((a, b) => b.value - a.value)[0];
    return near === undefined || near.value < SPEAKS_ABOUT_LIKENESS ? null : near.index;
  };
  const supports = (sentence: MatterSentence): number | null => {
    const decided = decide(sentence);
    supportOf.set(sentence.index, decided);
    last = decided ?? last;
    return decided;
  };
  return speakSentences(chosen.spoken, supports, matter);
}
