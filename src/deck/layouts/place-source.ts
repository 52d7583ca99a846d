import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import { oneLine, setText } from '../text/set-text.ts';
import { bodyLook } from '../text/theme-looks.ts';
import type { LayoutInput } from './layout-input.ts';
import { LEFT_IN } from './slide-grid.ts';

const TOP_IN = 6.5;
const HEIGHT_IN = 0.26;

/** Places the line under a table or a chart that says where it comes from; nothing when the parts are empty. */
export function placeSource(
  { theme, measurer }: LayoutInput,
  parts: readonly (string | null)[],
  widthIn: number,
): TextShape[] {
  const text = parts
    .map((part) => cleanText(part ?? ''))
    .filter((part) => part !== '')
    .join(' · ');
  if (text === '') return [];
  return [
    setText(
      {
        text,
        look: bodyLook(theme, theme.muted),
        steps: oneLine(12, 10),
        place: { xIn: LEFT_IN, yIn: TOP_IN, widthIn, heightIn: HEIGHT_IN },
      },
      measurer,
    ),
  ];
}
