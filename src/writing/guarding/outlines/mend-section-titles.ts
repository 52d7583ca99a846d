import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import type { Problem } from '../guarding-rules.ts';
import { problemsByIndex } from '../mend-until-sound.ts';
import { changeOf, type MendStep } from '../telling/change.ts';

/** Mends the first section whose title cannot stand: the heading of its first slide takes its place. Null for none. */
export function mendSectionTitles(answer: OutlineAnswer, grave: readonly Problem[]): MendStep<OutlineAnswer> | null {
  const { sections = [], slides } = answer;
  for (const [index, problem] of problemsByIndex(grave, 'sections')) {
    const from = sections.slice(0, index).reduce((sum, section) => sum + section.slides, 0);
    const heading = slides[from]?.heading;
    if (heading === undefined || heading === sections[index]?.title) continue;
    const mended = sections.map((section, at) => (at === index ? { ...section, title: heading } : section));
    return {
      answer: { ...answer, sections: mended },
      changes: [changeOf(problem, 'gave way to the heading of its first slide', heading)],
    };
  }
  return null;
}
