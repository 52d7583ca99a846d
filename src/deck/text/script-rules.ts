import type { Theme } from '../theme-of.ts';
import type { FitStep } from './fit-step.ts';

const DEVANAGARI = /\p{Script=Devanagari}/u;

/** Whether a text has Devanagari, whose letters hang from a line and carry signs above and below. */
export function isDevanagari(text: string): boolean {
  return DEVANAGARI.test(text);
}

/** Lines of Devanagari stand further apart; a single line needs nothing, since no other is near. */
const DEVANAGARI_SPACING = 1.12;

/** Returns the line spacing of a paragraph as a multiple of single spacing. */
export function lineSpacingOf(text: string, lineCount: number): number {
  return lineCount > 1 && isDevanagari(text) ? DEVANAGARI_SPACING : 1;
}

/** An office program may measure a line wider than we do: by 3 %, in Devanagari by 8 %. */
export function usableShareOf(text: string): number {
  return isDevanagari(text) ? 0.92 : 0.97;
}

/** Devanagari is set one step smaller: titles of 38 pt at 34, rows of 26 pt at 25, small print as it is. */
function smallerPt(sizePt: number): number {
  if (sizePt >= 30) return Math.round(sizePt * 0.9);
  if (sizePt >= 27) return sizePt - 2;
  return sizePt > 18 ? sizePt - 1 : sizePt;
}

/** Returns the size that a text is set at where Latin text has `sizePt`. */
export function sizeForScript(sizePt: number, text: string): number {
  return isDevanagari(text) ? smallerPt(sizePt) : sizePt;
}

/** Returns the sizes to try for a text. */
export function stepsForScript(steps: readonly [FitStep, ...FitStep[]], text: string): [FitStep, ...FitStep[]] {
  const [first, ...others] = steps;
  const change = (step: FitStep): FitStep => ({
    ...step,
    fromPt: sizeForScript(step.fromPt, text),
    toPt: sizeForScript(step.toPt, text),
  });
  return [change(first), ...others.map(change)];
}

/** Returns a theme whose headings suit a text: Georgia has no Devanagari to go with it, and its letters take no tracking. */
export function themeForScript(theme: Theme, text: string): Theme {
  if (!isDevanagari(text)) return theme;
  return { ...theme, head: { family: theme.body.family, bold: true, trackingPt: 0 } };
}
