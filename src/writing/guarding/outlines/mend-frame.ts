import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import type { Problem } from '../guarding-rules.ts';
import { changeOf, type MendStep } from '../telling/change.ts';
import { bareTitle } from './bare-title.ts';

/** Mends title, subtitle or closing words; null when nothing is wrong with them, or nothing can be done about the title. */
export function mendFrame(answer: OutlineAnswer, grave: readonly Problem[]): MendStep<OutlineAnswer> | null {
  const ofPath = (path: string): Problem | undefined => grave.find((problem) => problem.path === path);
  const title = ofPath('title');
  if (title !== undefined) {
    const bare = bareTitle(answer.title);
    return bare === answer.title
      ? null
      : { answer: { ...answer, title: bare }, changes: [changeOf(title, 'gave way to what it asks for', bare)] };
  }
  const subtitle = ofPath('subtitle');
  if (subtitle !== undefined) {
    return { answer: { ...answer, subtitle: '' }, changes: [changeOf(subtitle, 'left-out')] };
  }
  const closing = ofPath('closing');
  if (closing === undefined) return null;
  return {
    answer: { ...answer, closing: answer.title },
    changes: [changeOf(closing, 'gave way to the title', answer.title)],
  };
}
