import type { TextRun, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import { type Box, baselineOf, plainParagraph } from '../text/place-text.ts';
import { setText } from '../text/set-text.ts';
import { linePitchIn, styleOf } from '../text/text-look.ts';
import { numberLook } from '../text/theme-looks.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { Theme } from '../theme-of.ts';
import { splitFigure } from './split-figure.ts';

const LARGEST_PT = 170;
const SMALLEST_PT = 84;
const TRACKING_PT = -3;
// As in every text: an office program may measure a line up to 3 % wider.
const USABLE_SHARE = 0.97;

/** Places a figure at the foot of a box, its unit at half the size; one that is too long is set as a headline of one size. */
export function placeFigure(figure: string, box: Box, theme: Theme, measurer: TextMeasurer): TextShape {
  const text = cleanText(figure);
  const { number, unit } = splitFigure(text);
  const look = numberLook(theme, theme.accent);
  for (let sizePt = LARGEST_PT; sizePt >= SMALLEST_PT; sizePt -= 2) {
    const runs: TextRun[] = [{ ...look, trackingPt: TRACKING_PT, text: number, sizePt }];
    if (unit !== null) runs.push({ ...look, text: `\u00A0${unit}`, sizePt: sizePt / 2 });
    const widthIn = runs.reduce((sum, run) => sum + measurer.widthIn(run.text, styleOf(run, run.sizePt)), 0);
    if (widthIn > box.widthIn * USABLE_SHARE || linePitchIn(sizePt) > box.heightIn) continue;
    const topIn = box.yIn + box.heightIn - linePitchIn(sizePt);
    return {
      kind: 'text',
      ...box,
      placeholder: null,
      align: 'left',
      valign: 'bottom',
      paragraphs: [plainParagraph(runs)],
      lines: [{ xIn: box.xIn, baselineIn: topIn + baselineOf(look.fontFamily, sizePt), widthIn, runs }],
      markers: [],
    };
  }
  return setText(
    {
      text,
      look,
      steps: [
        { fromPt: 84, toPt: 66, maxLines: 1 },
        { fromPt: 72, toPt: 36, maxLines: 2 },
        { fromPt: 36, toPt: 28, maxLines: 4 },
      ],
      place: { ...box, valign: 'bottom' },
      isBalanced: true,
    },
    measurer,
  );
}
