import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { findWritingLanguage } from '../../extractive/languages/find-writing-language.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import { cutToPoint, softPoint } from '../../extractive/wording/cut-to-point.ts';
import { saysTheSame } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { type Change, changeOf, type MendStep } from '../telling/change.ts';
import { outlineWordLimits } from './check-lengths.ts';

/** Cuts headings and claims that are too long to stay where a clause or phrase ends; null when none can be cut so. */
export function mendLengths(
  answer: OutlineAnswer,
  problems: readonly Problem[],
  { language }: OutlineContext,
): MendStep<OutlineAnswer> | null {
  const limits = outlineWordLimits(language);
  const long = new Map(
    problems
      .filter(({ rule }) => rule === 'runaway-heading' || rule === 'long-claim')
      .map((problem) => [problem.path, problem]),
  );
  if (long.size === 0) return null;
  const changes: Change[] = [];
  const shorten = (path: string, text: string, mostWords: number, others: readonly string[] = []): string => {
    const problem = long.get(path);
    const shorter = problem === undefined ? null : cutText(text, mostWords, language);
    const isTaken = shorter !== null && others.some((other) => saysTheSame(other, shorter, language));
    if (problem === undefined || shorter === null || isTaken) return text;
    changes.push(changeOf(problem, 'cut', shorter));
    return shorter;
  };
  const cut = {
    ...answer,
    title: shorten('title', answer.title, limits.heading),
    slides: answer.slides.map((slide, index) => ({
      ...slide,
      heading: shorten(`slides[${index}].heading`, slide.heading, limits.heading, othersOf(answer, index)),
      claim: shorten(`slides[${index}].claim`, slide.claim, limits.claim),
    })),
    closing: shorten('closing', answer.closing, limits.heading),
    ...(answer.sections === undefined
      ? {}
      : {
          sections: answer.sections.map((section, index) => ({
            ...section,
            title: shorten(`sections[${index}].title`, section.title, limits.heading),
          })),
        }),
  };
  return changes.length === 0 ? null : { answer: cut, changes };
}

const othersOf = ({ slides }: OutlineAnswer, index: number): readonly string[] =>
  slides.flatMap(({ heading }, at) => (at === index ? [] : [heading]));

/** Characters of a cut, longest first: it keeps what its words allow. */
const CUT_CHARACTERS = [90, 75, 60] as const;

function cutText(text: string, mostWords: number, language: string): string | null {
  const rules = findWritingLanguage(language);
  if (rules === null) return null;
  const cuts = [cutToPoint(text, rules), ...CUT_CHARACTERS.map((most) => softPoint(text, rules, most))];
  return cuts.find((cut) => cut !== null && plainWords(cut).length <= mostWords) ?? null;
}
