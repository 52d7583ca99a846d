import type { DraftPage } from '../draft-slide.ts';
import { fitTable } from '../tables/fit-table.ts';
import { placeTable } from '../tables/place-table.ts';
import { bodyLook } from '../text/theme-looks.ts';
import { buildStills } from './build-stills.ts';
import type { LayoutInput } from './layout-input.ts';
import { placeExhibitTitle } from './place-exhibit-title.ts';
import { placeFooter } from './place-footer.ts';
import { placeSource } from './place-source.ts';
import { requireExhibit } from './require-exhibit.ts';
import { LEFT_IN, RIGHT_IN } from './slide-grid.ts';

const TOP_IN = 1.9;
const BOTTOM_IN = 6.42;
const WIDTH_IN = RIGHT_IN - LEFT_IN;

/** A table over the whole width, a row lit after the other; more rows than fit go on under the same head. */
export function layOutTable(input: LayoutInput): DraftPage[] {
  const { script, theme, measurer } = input;
  const exhibit = requireExhibit(input, 'table');
  // In bold, since a lit row must not wrap anew.
  const look = bodyLook(theme, theme.text, true);
  const fitted = fitTable(exhibit, { look, widthIn: WIDTH_IN, heightIn: BOTTOM_IN - TOP_IN }, measurer);
  const altText = `${script.heading}: ${exhibit.columns.join(', ')}`;
  return fitted.pages.map((rows, index) => {
    const pointIndices = rows.map(({ rowIndex }) => rowIndex).filter((rowIndex) => rowIndex < script.points.length);
    const around = [
      placeExhibitTitle(input, WIDTH_IN, index),
      ...placeSource(input, [exhibit.unit, exhibit.source], WIDTH_IN),
      ...placeFooter(input, RIGHT_IN, { page: index + 1, of: fitted.pages.length }),
    ];
    return {
      title: script.heading,
      pointIndices,
      background: theme.bg,
      stills: buildStills(input, pointIndices, (state) => {
        const litRow = state.state === 'lit' ? state.row : null;
        const place = { xIn: LEFT_IN, yIn: TOP_IN, altText, litRow };
        return [...around, placeTable(exhibit, fitted, rows, place, theme, measurer)];
      }),
    };
  });
}
