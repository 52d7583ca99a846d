import type { RectShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { SlideScript } from '../../contract/schemas/slide-script.ts';
import { cleanText } from '../text/clean-text.ts';
import type { FitStep } from '../text/fit-step.ts';
import { fitText } from '../text/fit-text.ts';
import { setText } from '../text/set-text.ts';
import { styleOf } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { LayoutInput } from './layout-input.ts';
import { LEFT_IN } from './slide-grid.ts';

const RULE = { topIn: 6.42, gapIn: 0.16, heightIn: 0.02, currentHeightIn: 0.06 };
const LABEL = { topIn: 6.56, heightIn: 0.66 };
const LABEL_STEPS: readonly [FitStep, ...FitStep[]] = [
  { fromPt: 13, toPt: 12, maxLines: 2 },
  { fromPt: 12, toPt: 11, maxLines: 3 },
];

/** Where not even the fewest rules leave all titles whole, the longest one is cut. */
const MOST_RULES = 4;
const FEWEST_RULES = 2;

interface RuleFit {
  readonly count: number;
  readonly widthIn: number;
  readonly labelPt: number;
  readonly isWhole: boolean;
}

/**
 * Places a rule and a label for the sections around the current one: as many as leave the titles of all sections whole, so
 * that every section of a deck shows the same number of them, in one size.
 */
export function placeProgress(
  input: LayoutInput,
  { titles, current }: NonNullable<SlideScript['progress']>,
  columnWidthIn: number,
): (RectShape | TextShape)[] {
  const { theme, measurer } = input;
  const { count, widthIn, labelPt } = fitRules(input, titles, columnWidthIn);
  // More sections than rules: the window moves with the current one, one before it in sight.
  const first = Math.max(0, Math.min(current - 1, titles.length - count));
  return titles.slice(first, first + count).flatMap((text, place): (RectShape | TextShape)[] => {
    const isCurrent = first + place === current;
    const xIn = LEFT_IN + place * (widthIn + RULE.gapIn);
    const rule: RectShape = {
      kind: 'rect',
      xIn,
      yIn: RULE.topIn,
      widthIn,
      heightIn: isCurrent ? RULE.currentHeightIn : RULE.heightIn,
      fill: isCurrent ? (theme.isDark ? theme.accent : theme.lift) : theme.deepLine,
      stroke: null,
      radiusIn: 0,
    };
    const label = setText(
      {
        text,
        look: bodyLook(theme, isCurrent ? theme.onDeep : theme.onDeepMuted, isCurrent),
        steps: [{ fromPt: labelPt, toPt: labelPt, maxLines: 3 }],
        place: { xIn, yIn: LABEL.topIn, widthIn, heightIn: LABEL.heightIn },
        isBalanced: true,
      },
      measurer,
    );
    return [rule, label];
  });
}

function fitRules(input: LayoutInput, titles: readonly string[], columnWidthIn: number): RuleFit {
  for (let count = MOST_RULES; count > FEWEST_RULES; count -= 1) {
    const fit = fitLabels(input, titles, count, columnWidthIn);
    if (fit.isWhole) return fit;
  }
  return fitLabels(input, titles, FEWEST_RULES, columnWidthIn);
}

/** Each title is the current one on its own section, and in bold there. */
function fitLabels(
  { theme, measurer }: LayoutInput,
  titles: readonly string[],
  count: number,
  columnWidthIn: number,
): RuleFit {
  const look = bodyLook(theme, theme.onDeep, true);
  const widthIn = (columnWidthIn + RULE.gapIn) / count - RULE.gapIn;
  const fits = titles.map((title) => {
    const text = cleanText(title);
    const { sizePt, isCut } = fitText({
      text,
      look,
      steps: LABEL_STEPS,
      widthIn,
      heightIn: LABEL.heightIn,
      measurer,
    });
    const { wordBroken } = wrapText(text, styleOf(look, sizePt), widthIn, measurer);
    return { sizePt, isWhole: !isCut && !wordBroken };
  });
  return {
    count,
    widthIn,
    labelPt: Math.min(...fits.map(({ sizePt }) => sizePt)),
    isWhole: fits.every(({ isWhole }) => isWhole),
  };
}
