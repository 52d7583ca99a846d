import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { completeCitations } from './complete-citations.ts';

/** Finds passages that are cited twice, and those that have what the slide says but are not cited. */
export function checkCitations(answer: SlideAnswer, context: SlideContext): Problem[] {
  if (answer.citations === undefined || context.passages.length === 0) return [];
  const { citations } = answer;
  const missing = completeCitations(answer, context).filter((name) => !citations.includes(name));
  const twice = citations.some((name, index) => citations.indexOf(name) !== index);
  return [
    ...missing.map(
      (name): Problem => ({ path: 'citations', rule: 'passage-uncited', message: `${name} is used and not cited` }),
    ),
    ...(twice ? [{ path: 'citations', rule: 'citation-twice', message: 'a passage is cited twice' } as const] : []),
  ];
}
