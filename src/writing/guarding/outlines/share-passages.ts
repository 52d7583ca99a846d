import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { contentWords } from '../content-words.ts';
import type { OutlineContext } from '../guarding-context.ts';

/**
 * Returns the slides with each passage on the first slide that took it. A slide that is left without gets the passage that
 * is most about it, of those that nobody has, else of a slide that has several; null when none is about it.
 */
export function sharePassages(
  slides: OutlineAnswer['slides'],
  context: OutlineContext,
): OutlineAnswer['slides'] | null {
  const taken = new Set<string>();
  const shares = slides.map(({ passages }) => {
    const own = passages.filter((name) => !taken.has(name));
    for (const name of own) taken.add(name);
    return [...new Set(own)];
  });
  for (const [index, share] of shares.entries()) {
    const slide = slides[index];
    if (share.length > 0 || slide === undefined) continue;
    const found =
      mostAbout(slide, context, (name) => !taken.has(name)) ??
      mostAbout(slide, context, (name) => shares.some((other) => other.length > 1 && other.includes(name)));
    if (found === null) return null;
    for (const other of shares) if (other.includes(found)) other.splice(other.indexOf(found), 1);
    taken.add(found);
    share.push(found);
  }
  return slides.map((slide, index) => ({ ...slide, passages: shares[index] ?? [] }));
}

/** Name of the free passage that has most of a slide's words; null when none has one. */
function mostAbout(
  { claim, covers, heading }: OutlineAnswer['slides'][number],
  { language, passages }: OutlineContext,
  isFree: (name: string) => boolean,
): string | null {
  const wanted = contentWords([heading, claim, ...covers].join(' '), language);
  const best = passages
    .filter(({ name }) => isFree(name))
    .map(({ name, text }) => {
      const words = contentWords(text, language);
      return { name, count: [...wanted].filter((word) => words.has(word)).length };
    })
    .sort((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? null : best.name;
}
