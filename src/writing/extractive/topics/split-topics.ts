import type { DocumentMatter } from '../matter/document-matter.ts';
import { countMatter } from './list-topics.ts';
import type { Topic } from './topic.ts';

/** Both halves must fill a slide: about 18 seconds of speech and two rows, one more where a row becomes the title. */
const MIN_WORDS = 45;
/** Items of a list are read longer than they are heard. */
const MIN_WORDS_OF_LIST = 25;
const MIN_POINTS = 2;
const MIN_POINTS_OF_SECOND = 3;

function isShort(half: Topic, matter: DocumentMatter): boolean {
  const sentences = half.passageIds.flatMap((id) => matter.byPassage.get(id) ?? []);
  return half.wordCount < (sentences.every((one) => one.kind === 'list') ? MIN_WORDS_OF_LIST : MIN_WORDS);
}

/** The two halves nearest to equal at a passage boundary, or null when a half would be too thin. */
function halve(topic: Topic, matter: DocumentMatter): [Topic, Topic] | null {
  if (topic.headingPaths.length > 1) return null;
  let best: { halves: [Topic, Topic]; difference: number } | null = null;
  for (let at = 1; at < topic.passageIds.length; at += 1) {
    const first = topic.passageIds.slice(0, at);
    const second = topic.passageIds.slice(at);
    const left: Topic = { ...topic, passageIds: first, ...countMatter(first, matter) };
    const right: Topic = { ...topic, passageIds: second, isContinuation: true, ...countMatter(second, matter) };
    const isThin =
      isShort(left, matter) ||
      isShort(right, matter) ||
      left.pointCount < (topic.headingPaths.length === 0 ? MIN_POINTS_OF_SECOND : MIN_POINTS) ||
      right.pointCount < MIN_POINTS_OF_SECOND;
    const difference = Math.abs(left.wordCount - right.wordCount);
    if (!isThin && (best === null || difference < best.difference)) best = { halves: [left, right], difference };
  }
  return best === null ? null : best.halves;
}

/** Returns up to `maxCount` topics: the longest section is shared out between two slides as long as both are full. */
export function splitTopics(topics: readonly Topic[], maxCount: number, matter: DocumentMatter): Topic[] {
  const split = [...topics];
  const whole = new Set<Topic>();
  while (split.length < maxCount) {
    const open = split.filter((topic) => !whole.has(topic)).sort((a, b) => b.wordCount - a.wordCount)[0];
    if (open === undefined) break;
    const halves = halve(open, matter);
    if (halves === null) whole.add(open);
    else split.splice(split.indexOf(open), 1, ...halves);
  }
  return split;
}
