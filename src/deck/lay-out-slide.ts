import type { LayoutFamily } from '../contract/schemas/outline.ts';
import type { SlideScript } from '../contract/schemas/slide-script.ts';
import type { DraftSlide } from './draft-slide.ts';
import { layOutBigNumber } from './layouts/big-number.ts';
import { layOutBullets } from './layouts/bullets.ts';
import { layOutBulletsPicture } from './layouts/bullets-picture.ts';
import { layOutChart } from './layouts/chart.ts';
import { layOutClosing } from './layouts/closing.ts';
import { layOutCover } from './layouts/cover.ts';
import { layOutDefinition } from './layouts/definition.ts';
import type { Layout, PlacedPicture } from './layouts/layout-input.ts';
import { layOutQuote } from './layouts/quote.ts';
import { layOutSection } from './layouts/section.ts';
import { layOutTable } from './layouts/table.ts';
import { cleanText } from './text/clean-text.ts';
import { themeForScript } from './text/script-rules.ts';
import type { TextMeasurer } from './text-measurer.ts';
import { themeOf } from './theme-of.ts';
import type { ThemeName } from './visual-spec.ts';

const LAYOUTS: Readonly<Record<LayoutFamily, Layout>> = {
  cover: layOutCover,
  section: layOutSection,
  bullets: layOutBullets,
  'bullets-picture': layOutBulletsPicture,
  table: layOutTable,
  chart: layOutChart,
  'big-number': layOutBigNumber,
  quote: layOutQuote,
  definition: layOutDefinition,
  closing: layOutClosing,
};

/**
 * Places a slide on 13.333 x 7.5 inches: at least one page, each point on exactly one of them, in order, and no text
 * outside its box. Text is measured with `measurer` and fitted in whole points; what does not fit at the smallest
 * size goes to a further page. Throws TypeError for a script whose exhibit is not the one of its layout. `picture` is used by `bullets-picture` alone; null draws a pattern in its place.
 */
export function layOutSlide(input: {
  readonly script: SlideScript;
  readonly theme: ThemeName;
  readonly slideNumber: number;
  readonly deckTitle: string;
  readonly picture: PlacedPicture | null;
  readonly measurer: TextMeasurer;
}): DraftSlide {
  const { script, theme } = input;
  const heading = cleanText(script.heading);
  const pages = LAYOUTS[script.layout]({
    ...input,
    script: { ...script, heading },
    theme: themeForScript(themeOf(theme), heading),
  });
  return { slideId: script.slideId, layout: script.layout, theme, pages };
}
