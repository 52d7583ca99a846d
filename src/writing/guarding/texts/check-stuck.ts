import { plainWords } from '../../extractive/wording/content-stems.ts';
import { knownText, type TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText } from './guarded-text.ts';

const RUN_WORDS = 3;
/** A term of three words may well come back thrice; a third of all words is no term any more. */
const MOST_RUNS = 3;
const MOST_SHARE = 0.34;
/** "Machine machine". What a hyphen joins is one word of its own. */
const ONE_WORD = /^(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*)(?:[\s,]+\k<word>)+[.!?।]?$/iu;

/**
 * Finds text in which a model got stuck: one word thrice in a row, the same three words over and over, a heading or row
 * that is one word again and again. Such a name ("Bora Bora") is none where it stands in what is known.
 */
export function checkStuck(texts: readonly GuardedText[], context: TextContext): Problem[] {
  const known = knownText(context).toLowerCase();
  const problems = texts.flatMap((text): Problem[] => {
    const run = findStuckRun(text.text) ?? findOneWord(text, known);
    if (run === null) return [];
    return [
      { path: text.path, rule: 'stuck', message: `${callText(text)} ${quoteExcerpt(text.text)} repeats “${run}”` },
    ];
  });
  if (problems.length > 0) return problems;
  const spoken = texts.filter(({ role }) => role === 'sentence').map(({ text }) => text);
  const run = findStuckRun(spoken.join(' '));
  return run === null ? [] : [{ path: 'narration', rule: 'stuck', message: `the narration repeats “${run}”` }];
}

function findOneWord({ role, text }: GuardedText, known: string): string | null {
  if (role === 'sentence' || role === 'name' || role === 'verbatim') return null;
  const line = text.trim().toLowerCase();
  return known.includes(line) ? null : (ONE_WORD.exec(line)?.groups?.word ?? null);
}

function findStuckRun(text: string): string | null {
  const words = plainWords(text);
  const thrice = words.find((word, index) => word === words[index + 1] && word === words[index + 2]);
  if (thrice !== undefined) return thrice;
  const counts = new Map<string, number>();
  for (let index = 0; index + RUN_WORDS <= words.length; index += 1) {
    const run = words.slice(index, index + RUN_WORDS).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  const found = [...counts].find(([, count]) => count > MOST_RUNS && (count * RUN_WORDS) / words.length > MOST_SHARE);
  return found?.[0] ?? null;
}
