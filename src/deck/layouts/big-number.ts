import type { RectShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import type { DraftPage, DraftShape } from '../draft-slide.ts';
import { placeFigure } from '../figures/place-figure.ts';
import { linesHeightIn, setText } from '../text/set-text.ts';
import { bodyLook } from '../text/theme-looks.ts';
import { buildStills } from './build-stills.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeTitleLabel } from './place-exhibit-title.ts';
import { placeFooter } from './place-footer.ts';
import { requireExhibit } from './require-exhibit.ts';
import { LEFT_IN, RIGHT_IN } from './slide-grid.ts';

const WIDTH_IN = RIGHT_IN - LEFT_IN;
// The letters of a figure begin below the top of its line: its box may reach into the last line above.
const FIGURE = { topIn: 0.95, bottomIn: 3.8, overlapIn: 0.05 };
const BAR = { yIn: 3.95, heightIn: 0.3, gapIn: 0.03 };
const RULE = { yIn: 3.95, widthIn: 1.2, heightIn: 0.06 };
const SENTENCE = { widthIn: 9.6, heightIn: 1.5, underBarIn: 4.7, underRuleIn: 4.45 };

/** One figure over the whole slide, its part of the whole as a bar, and the sentence that it stands in. */
export function layOutBigNumber(input: LayoutInput): DraftPage[] {
  const { script, theme, measurer } = input;
  const { figure, share } = requireExhibit(input, 'big-number');
  const pointIndices = script.points.map((_, index) => index);
  const title = placeTitleLabel(input, LEFT_IN, WIDTH_IN);
  const figureTopIn = Math.max(FIGURE.topIn, title.yIn + linesHeightIn(title) - FIGURE.overlapIn);
  const figureBox = { xIn: LEFT_IN, yIn: figureTopIn, widthIn: WIDTH_IN, heightIn: FIGURE.bottomIn - figureTopIn };
  const around: DraftShape[] = [
    title,
    placeFigure(figure, figureBox, theme, measurer),
    ...(share === null ? [bar({ ...RULE, xIn: LEFT_IN }, theme.accent)] : shareBar(share, theme.accent, theme.accent2)),
    ...placeFooter(input, RIGHT_IN, { page: 1, of: 1 }),
  ];
  const topIn = share === null ? SENTENCE.underRuleIn : SENTENCE.underBarIn;
  const stills = buildStills(input, pointIndices, ({ state }) =>
    script.points.length === 0
      ? around
      : [...around, placeSentence(input, topIn, state === 'calm' ? theme.muted : theme.text)],
  );
  return [{ title: script.heading, pointIndices, background: theme.bg, stills }];
}

function shareBar(share: number, accent: string, accent2: string): RectShape[] {
  const partIn = Math.max(0, Math.min(WIDTH_IN, WIDTH_IN * share));
  const restIn = WIDTH_IN - partIn - BAR.gapIn;
  const { yIn, heightIn } = BAR;
  const rest = bar({ xIn: LEFT_IN + partIn + BAR.gapIn, yIn, widthIn: Math.max(0, restIn), heightIn }, accent2);
  return [bar({ xIn: LEFT_IN, yIn, widthIn: partIn, heightIn }, accent), rest].filter(({ widthIn }) => widthIn > 0);
}

function bar(box: Pick<RectShape, 'xIn' | 'yIn' | 'widthIn' | 'heightIn'>, fill: string): RectShape {
  return { kind: 'rect', ...box, fill, stroke: null, radiusIn: 0 };
}

function placeSentence({ script, theme, measurer }: LayoutInput, yIn: number, color: string): TextShape {
  return setText(
    {
      text: script.points.join(' '),
      look: bodyLook(theme, color),
      steps: [
        { fromPt: 26, toPt: 20, maxLines: 3 },
        { fromPt: 20, toPt: 16, maxLines: 5 },
      ],
      place: { xIn: LEFT_IN, yIn, widthIn: SENTENCE.widthIn, heightIn: SENTENCE.heightIn, placeholder: 'body' },
      isBalanced: true,
    },
    measurer,
  );
}
