/** What a model reads and writes in one call. */
export interface CallTokens {
  readonly promptTokens: number;
  readonly answerTokens: number;
}

/** The calls of a lecture that has been written. */
export interface LectureTokens {
  readonly outline: CallTokens;
  readonly slides: readonly { readonly script: CallTokens; readonly tags: CallTokens }[];
}

/** Tokens a second: read, written by a stream that is alone, and written by all streams together. */
export interface TokenSpeed {
  readonly prefillTokensPerSecond: number;
  readonly aloneTokensPerSecond: number;
  readonly togetherTokensPerSecond: number;
}

interface Phase {
  readonly kind: 'read' | 'write';
  left: number;
}

/**
 * Returns what the tokens of a lecture alone cost, in milliseconds: the outline first, then every slide in a slot of its
 * own, its script and right after it its tags. A call reads its whole prompt at the prefill rate, whatever others do, and
 * writes at the lower of the rate of one stream and its share of the rate of all. Nothing else takes any time, and there
 * are as many slots as slides.
 */
export function idealDurationMs({ outline, slides }: LectureTokens, speed: TokenSpeed): number {
  const scripts = slides.map(({ script, tags }) => [...phasesOf(script), ...phasesOf(tags)]);
  return playPhases([phasesOf(outline)], speed) + playPhases(scripts, speed);
}

function phasesOf({ answerTokens, promptTokens }: CallTokens): Phase[] {
  return [
    { kind: 'read', left: promptTokens },
    { kind: 'write', left: answerTokens },
  ];
}

/** Plays the first phase of all chains at once until one ends, then goes on with what is left. */
function playPhases(chains: readonly (readonly Phase[])[], speed: TokenSpeed): number {
  const left = chains.map((chain) => [...chain]);
  let passedSec = 0;
  for (;;) {
    const heads = left.flatMap(([head]) => head ?? []);
    if (heads.length === 0) return passedSec * 1_000;
    const writers = heads.filter(({ kind }) => kind === 'write').length;
    const writeRate = Math.min(speed.aloneTokensPerSecond, speed.togetherTokensPerSecond / Math.max(1, writers));
    const rateOf = ({ kind }: Phase) => (kind === 'read' ? speed.prefillTokensPerSecond : writeRate);
    const stepSec = Math.min(...heads.map((head) => head.left / rateOf(head)));
    for (const head of heads) head.left -= rateOf(head) * stepSec;
    for (const chain of left) if ((chain[0]?.left ?? 1) < 1e-9) chain.shift();
    passedSec += stepSec;
  }
}
