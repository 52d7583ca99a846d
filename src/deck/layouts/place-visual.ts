import type { VisualShape } from '../draft-slide.ts';
import { hashText } from '../seeds/hash-text.ts';
import type { Box } from '../text/place-text.ts';
import type { VisualKind, VisualSpec } from '../visual-spec.ts';
import { altTextOf } from '../visuals/alt-text-of.ts';
import { chooseIcon } from '../words/choose-icon.ts';
import type { LayoutInput } from './layout-input.ts';

/** Places a drawn picture. Its seed comes from the deck and the slide, never from the slide's position. */
export function placeVisual(
  { script, theme, deckTitle }: LayoutInput,
  kind: VisualKind,
  box: Box,
  plateSizeIn: number | null,
): VisualShape {
  const { widthIn, heightIn } = box;
  const visual: VisualSpec = {
    kind,
    seed: hashText(`${deckTitle}\n${script.slideId}`),
    tone: 'deep',
    widthIn,
    heightIn,
    theme: theme.name,
    plate: plateSizeIn === null ? null : { sizeIn: plateSizeIn, icon: chooseIcon(script, deckTitle) },
  };
  return { kind: 'visual', ...box, visual, altText: altTextOf(kind) };
}
