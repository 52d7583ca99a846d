import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

const MOST_QUOTED_CHARACTERS = 32;

/** Returns what is wrong with an answer, for users: what they do not see in full is quoted in short. */
export function tellProblem({ message, path, rule }: Problem): string {
  const short = message.replace(/“([^”]*)”/gu, (_, quoted: string) => quoteExcerpt(quoted, MOST_QUOTED_CHARACTERS));
  // What a schema says names no place.
  return rule === 'shape' && path !== '' ? `${path}: ${short}` : short;
}
