import type { LectureQuestion } from './lecture-question.ts';
import { boundsOf, itemsOf, propertiesOf } from './schema-parts.ts';

/** Tags a third of the sentences at most: a slow first one, and a long pause before what follows. */
export function writeTags({ properties }: LectureQuestion, random: () => number): unknown {
  const tags = properties.tags ?? {};
  const numbers = propertiesOf(itemsOf(tags)).sentence?.enum;
  const sentences = Array.isArray(numbers) ? numbers.filter((number) => typeof number === 'number') : [1];
  const count = Math.min(boundsOf(tags).most, Math.max(1, Math.floor(sentences.length / 3)));
  const left = [...sentences];
  const chosen = Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0] ?? 1);
  return {
    tags: chosen
      .sort((one, other) => one - other)
      .map((sentence, index) => ({
        sentence,
        rate: index % 2 === 0 ? 'slower' : 'normal',
        pitch: index % 2 === 0 ? 'normal' : 'higher',
        pause: index === 0 ? 'long' : 'normal',
      })),
  };
}
