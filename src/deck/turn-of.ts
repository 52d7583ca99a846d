import type { LayoutFamily, Outline } from '../contract/schemas/outline.ts';

const SHOWS_ICON: ReadonlySet<LayoutFamily> = new Set(['cover', 'bullets', 'bullets-picture', 'definition']);

/** Returns the place of a slide among those of the outline that show an icon, from 0: neighbours get different numbers. */
export function turnOf({ slides }: Outline, slideId: string): number {
  const at = slides.findIndex(({ id }) => id === slideId);
  return slides.slice(0, Math.max(0, at)).filter(({ layout }) => SHOWS_ICON.has(layout)).length;
}
