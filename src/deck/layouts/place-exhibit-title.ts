import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { FitStep } from '../text/fit-step.ts';
import { setText } from '../text/set-text.ts';
import { bodyLook, headLook } from '../text/theme-looks.ts';
import type { LayoutInput } from './layout-input.ts';
import { LEFT_IN, TITLE_TOP_IN } from './slide-grid.ts';

const TITLE_STEPS: readonly [FitStep, ...FitStep[]] = [
  { fromPt: 38, toPt: 34, maxLines: 1 },
  { fromPt: 32, toPt: 28, maxLines: 2 },
  { fromPt: 24, toPt: 20, maxLines: 3 },
];
const FURTHER_TITLE_STEPS: readonly [FitStep, ...FitStep[]] = [{ fromPt: 24, toPt: 20, maxLines: 2 }];
/** Ends where exhibits begin, so that no heading pushes them down. */
const TITLE_HEIGHT_IN = 1.21;

const LABEL_STEPS: readonly [FitStep, ...FitStep[]] = [
  { fromPt: 22, toPt: 18, maxLines: 1 },
  { fromPt: 18, toPt: 16, maxLines: 2 },
];
const LABEL_HEIGHT_IN = 0.62;

/** Places the title above a table or a chart: in full on the first page, small and muted on further ones. */
export function placeExhibitTitle({ script, theme, measurer }: LayoutInput, widthIn: number, page = 0): TextShape {
  return setText(
    {
      text: script.heading,
      look: headLook(theme, page === 0 ? theme.text : theme.muted),
      steps: page === 0 ? TITLE_STEPS : FURTHER_TITLE_STEPS,
      place: { xIn: LEFT_IN, yIn: TITLE_TOP_IN, widthIn, heightIn: TITLE_HEIGHT_IN, placeholder: 'title' },
      isBalanced: true,
    },
    measurer,
  );
}

/** Places the title as a small line, where a figure or a sentence is what people should read first. */
export function placeTitleLabel(
  { script, theme, measurer }: LayoutInput,
  xIn: number,
  widthIn: number,
  color = theme.muted,
): TextShape {
  return setText(
    {
      text: script.heading,
      look: bodyLook(theme, color),
      steps: LABEL_STEPS,
      place: { xIn, yIn: TITLE_TOP_IN, widthIn, heightIn: LABEL_HEIGHT_IN, placeholder: 'title' },
      isBalanced: true,
    },
    measurer,
  );
}
