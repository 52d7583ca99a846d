import type { Topic } from './topic.ts';

/** A slide with less matter than this is gone before it is read. */
const MIN_WORDS = 25;
const MIN_POINTS = 2;
/** Joining matter of two branches costs as much as this many words for each level that they do not share. */
const BRANCH_COST_WORDS = 400;

/** Returns how many headings two topics share from the top. */
function sharedDepth(a: Topic, b: Topic): number {
  const left = a.headingPaths[0] ?? [];
  const right = b.headingPaths[0] ?? [];
  let depth = 0;
  while (depth < left.length && depth < right.length && left[depth] === right[depth]) depth += 1;
  return depth;
}

function join(a: Topic, b: Topic): Topic {
  return {
    headingPaths: [...a.headingPaths, ...b.headingPaths],
    passageIds: [...a.passageIds, ...b.passageIds],
    isContinuation: false,
    wordCount: a.wordCount + b.wordCount,
    pointCount: a.pointCount + b.pointCount,
  };
}

const isThin = (topic: Topic): boolean => topic.wordCount < MIN_WORDS || topic.pointCount < MIN_POINTS;

/** Position of the neighbours that are best joined, or null when no pair may be. */
function cheapestPair(topics: readonly Topic[], onlyThin: boolean): number | null {
  let best: { at: number; cost: number } | null = null;
  for (let at = 0; at + 1 < topics.length; at += 1) {
    const a = topics[at];
    const b = topics[at + 1];
    if (a === undefined || b === undefined || (onlyThin && !isThin(a) && !isThin(b))) continue;
    const cost = a.wordCount + b.wordCount - BRANCH_COST_WORDS * sharedDepth(a, b);
    if (best === null || cost < best.cost) best = { at, cost };
  }
  return best === null ? null : best.at;
}

/** Comparing all pairs again after each join takes the square of this. */
const MAX_TOPICS = 400;

function joinEqualRuns(topics: readonly Topic[]): Topic[] {
  if (topics.length <= MAX_TOPICS) return [...topics];
  const size = Math.ceil(topics.length / MAX_TOPICS);
  return topics.reduce<Topic[]>((runs, topic, index) => {
    const last = runs.at(-1);
    if (index % size === 0 || last === undefined) runs.push(topic);
    else runs[runs.length - 1] = join(last, topic);
    return runs;
  }, []);
}

/** Returns at most `maxCount` topics: neighbours are joined, first the thin ones, deep ones before high ones. */
export function mergeTopics(topics: readonly Topic[], maxCount: number): Topic[] {
  const merged = joinEqualRuns(topics);
  while (merged.length > 1) {
    const at = cheapestPair(merged, merged.length <= maxCount);
    const a = at === null ? undefined : merged[at];
    const b = at === null ? undefined : merged[at + 1];
    if (at === null || a === undefined || b === undefined) break;
    merged.splice(at, 2, join(a, b));
  }
  return merged;
}
