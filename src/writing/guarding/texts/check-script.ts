import { type Script, scriptOfLanguage } from '../../script-of-language.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText, isProse } from './guarded-text.ts';

const LETTERS: Readonly<Record<Script, RegExp>> = {
  Latin: /\p{Script=Latin}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
};

/** Technical words stay in Latin letters in every language, so a part of a text may be. */
const LEAST_SHARE = 0.7;
const LEAST_SHARE_OF_SENTENCE = 0.5;
/** A row may be a technical term and little else: "HTTP और HTTPS". */
const LEAST_SHARE_OF_ROW = 0.25;
const FEWEST_LETTERS = 10;

/** Finds prose that is not in the script of its language. */
export function checkScript(texts: readonly GuardedText[], language: string): Problem[] {
  const script = scriptOfLanguage(language);
  const prose = texts.filter(isProse);
  const problems = prose.flatMap((text): Problem[] => {
    const least = text.role === 'sentence' || text.role === 'plan' ? LEAST_SHARE_OF_SENTENCE : LEAST_SHARE_OF_ROW;
    return lettersOf(text.text) < FEWEST_LETTERS || shareOf(text.text, script) >= least
      ? []
      : [
          {
            path: text.path,
            rule: 'wrong-script',
            message: `${callText(text)} ${quoteExcerpt(text.text)} is not in ${script} letters`,
          },
        ];
  });
  const whole = prose.map(({ text }) => text).join(' ');
  const share = shareOf(whole, script);
  if (problems.length > 0 || lettersOf(whole) < FEWEST_LETTERS || share >= LEAST_SHARE) return problems;
  const percent = Math.round(share * 100);
  return [{ path: '', rule: 'wrong-script', message: `only ${percent} % of the letters are ${script}` }];
}

const lettersOf = (text: string): number => text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;

/** Names and initials in Latin letters ("React", "HTTP") say nothing of the language of the words around them. */
const NAME = /(?<![\p{L}\p{M}\p{N}])(?=[\p{L}\p{N}]*\p{Lu})[\p{Script=Latin}\p{N}]+/gu;

function shareOf(text: string, script: Script): number {
  const own = text.match(LETTERS[script])?.length ?? 0;
  const letters = lettersOf(script === 'Latin' || own === 0 ? text : text.replace(NAME, ''));
  return letters === 0 ? 1 : own / letters;
}
