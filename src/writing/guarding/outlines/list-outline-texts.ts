import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import type { GuardedText } from '../texts/guarded-text.ts';

/** Returns every text of an outline. */
export function listOutlineTexts({ closing, sections = [], slides, subtitle, title }: OutlineAnswer): GuardedText[] {
  return [
    { path: 'title', role: 'heading', text: title },
    ...(subtitle.trim() === '' ? [] : [{ path: 'subtitle', role: 'row', text: subtitle } as const]),
    ...sections.map(
      (section, index): GuardedText => ({ path: `sections[${index}].title`, role: 'heading', text: section.title }),
    ),
    ...slides.flatMap(({ claim, covers, heading }, index): GuardedText[] => [
      { path: `slides[${index}].heading`, role: 'heading', text: heading },
      { path: `slides[${index}].claim`, role: 'plan', text: claim },
      ...covers.map((text, at): GuardedText => ({ path: `slides[${index}].covers[${at}]`, role: 'topic', text })),
    ]),
    { path: 'closing', role: 'heading', text: closing },
  ];
}
