import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { placeChart } from '../charts/place-chart.ts';
import { splitTakeaway } from '../charts/split-takeaway.ts';
import type { DraftPage, DraftShape } from '../draft-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import { oneLine, setText } from '../text/set-text.ts';
import { bodyLook, numberLook } from '../text/theme-looks.ts';
import { buildStills } from './build-stills.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeExhibitTitle } from './place-exhibit-title.ts';
import { placeFooter } from './place-footer.ts';
import { placeSource } from './place-source.ts';
import { requireExhibit } from './require-exhibit.ts';
import { LEFT_IN, RIGHT_IN, SLIDE_HEIGHT_IN } from './slide-grid.ts';

const COLUMN_WIDTH_IN = 8.3;
const CHART_BOX = { xIn: LEFT_IN, yIn: 2.35, widthIn: 8.5, heightIn: 4 };
const PANEL = { xIn: 9.45, widthIn: 3.883 };
const PANEL_TEXT = { xIn: 9.9, widthIn: RIGHT_IN - 9.9 };
const FIGURE_TRACKING_PT = -1;

/** Bars or columns at the left, the one that counts in the accent; at the right its figure and what it means. */
export function layOutChart(input: LayoutInput): DraftPage[] {
  const { script, theme, measurer } = input;
  const exhibit = requireExhibit(input, 'chart');
  const figures = exhibit.items.map(({ label, shown }) => `${label} ${shown}`).join('; ');
  const altText = `${script.heading}. ${exhibit.unit}: ${figures}`;
  const pointIndices = script.points.map((_, index) => index);
  const { figure, says } = splitTakeaway(exhibit, script.points);
  const around: DraftShape[] = [
    { kind: 'rect', ...PANEL, yIn: 0, heightIn: SLIDE_HEIGHT_IN, fill: theme.surface, stroke: null, radiusIn: 0 },
    placeExhibitTitle(input, COLUMN_WIDTH_IN),
    placeUnit(input, exhibit.unit),
    ...placeSource(input, [exhibit.source], COLUMN_WIDTH_IN),
    ...placeFooter(input, RIGHT_IN, { page: 1, of: 1 }),
  ];
  const stills = buildStills(input, pointIndices, ({ state }) => {
    const highlight = state === 'calm' ? null : exhibit.highlight;
    return [
      ...around,
      placeChart({ exhibit, box: CHART_BOX, theme, measurer, altText, highlight }),
      // The figure comes with its bar: until then nothing in the panel is louder than the bars.
      ...(state === 'calm' || cleanText(figure) === '' ? [] : [placeFigure(input, figure)]),
      ...(says === '' ? [] : [placeTakeaway(input, says, state === 'calm' ? theme.muted : theme.text)]),
    ];
  });
  return [{ title: script.heading, pointIndices, background: theme.bg, stills }];
}

function placeUnit({ theme, measurer }: LayoutInput, unit: string): TextShape {
  return setText(
    {
      text: unit,
      look: bodyLook(theme, theme.muted),
      steps: oneLine(14, 11),
      place: { xIn: LEFT_IN, yIn: 1.92, widthIn: COLUMN_WIDTH_IN, heightIn: 0.3 },
    },
    measurer,
  );
}

function placeFigure({ theme, measurer }: LayoutInput, shown: string): TextShape {
  return setText(
    {
      text: shown,
      look: { ...numberLook(theme, theme.accent), trackingPt: FIGURE_TRACKING_PT },
      steps: [
        { fromPt: 80, toPt: 34, maxLines: 1 },
        { fromPt: 34, toPt: 20, maxLines: 2 },
      ],
      place: { ...PANEL_TEXT, yIn: 2.2, heightIn: 1.34, valign: 'bottom' },
    },
    measurer,
  );
}

function placeTakeaway({ theme, measurer }: LayoutInput, text: string, color: string): TextShape {
  return setText(
    {
      text,
      look: bodyLook(theme, color),
      steps: [
        { fromPt: 24, toPt: 18, maxLines: 6 },
        { fromPt: 18, toPt: 14, maxLines: 10 },
      ],
      place: { ...PANEL_TEXT, yIn: 3.6, heightIn: 2.6, placeholder: 'body' },
      isBalanced: true,
    },
    measurer,
  );
}
