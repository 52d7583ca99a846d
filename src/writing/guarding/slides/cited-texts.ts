import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { TextContext } from '../guarding-context.ts';

/** Returns the texts that a slide cites; all of its passages where it cites none. */
export function citedTexts({ citations = [] }: SlideAnswer, { passages }: TextContext): readonly string[] {
  const cited = passages.filter(({ name }) => citations.includes(name));
  return (cited.length > 0 ? cited : passages).map(({ text }) => text);
}
