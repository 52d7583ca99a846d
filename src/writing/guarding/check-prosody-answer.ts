import type { ProsodyAnswer } from '../answers/prosody-answer.ts';
import type { ProsodyContext } from './guarding-context.ts';
import type { Problem } from './guarding-rules.ts';
import { quoteExcerpt } from './quote-excerpt.ts';

/** So many equal tags in a row are no emphasis: the model got stuck. */
const ALIKE = 3;

/** Finds tags that say nothing, tags of one sentence twice, and the same tag sentence after sentence. */
export function checkProsodyAnswer({ tags }: ProsodyAnswer, { sentences }: ProsodyContext): Problem[] {
  const seen = new Set<number>();
  const each = tags.flatMap((tag, index): Problem[] => {
    const { pause, pitch, rate, sentence } = tag;
    const isTwice = seen.has(sentence);
    seen.add(sentence);
    const called = quoteExcerpt(sentences[sentence - 1] ?? '');
    const path = `tags[${index}]`;
    if (isTwice) return [{ path, rule: 'tag-twice', message: `sentence ${sentence} ${called} is tagged twice` }];
    const isPlain = rate === 'normal' && pitch === 'normal' && pause === 'normal';
    return isPlain
      ? [{ path, rule: 'tag-plain', message: `the tag of sentence ${sentence} ${called} changes nothing` }]
      : [];
  });
  return each.length > 0 ? each : checkAlike(tags);
}

function checkAlike(tags: ProsodyAnswer['tags']): Problem[] {
  const [first] = tags;
  if (first === undefined || tags.length < ALIKE) return [];
  const isAlike = tags.every(
    (tag, index) =>
      tag.rate === first.rate &&
      tag.pitch === first.pitch &&
      tag.pause === first.pause &&
      tag.sentence === first.sentence + index,
  );
  return isAlike
    ? [
        {
          path: 'tags',
          rule: 'tags-alike',
          message: `${tags.length} sentences in a row have the same tag, so none stands out`,
        },
      ]
    : [];
}
