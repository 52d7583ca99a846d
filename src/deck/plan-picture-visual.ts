import type { SlideScript } from '../contract/schemas/slide-script.ts';
import { hashText } from './seeds/hash-text.ts';
import type { ThemeName, VisualSpec } from './visual-spec.ts';
import { chooseIcon } from './words/choose-icon.ts';
import { choosePictureKind } from './words/choose-visual-kinds.ts';

/** The picture of the layout `bullets-picture`, in inches. */
export const PICTURE_BOX = { widthIn: 5.033, heightIn: 5.45 } as const;

const PLATE_SIZE_IN = 1.74;

/** Returns the size of the picture that a layout shows, in inches: pictures are cut to its aspect. */
export function pictureBoxOf(_layout: SlideScript['layout']): { readonly widthIn: number; readonly heightIn: number } {
  return PICTURE_BOX;
}

/** Plans the drawn picture of a slide for which no photo was found. */
export function planPictureVisual(script: SlideScript, theme: ThemeName): VisualSpec {
  const matter = [script.heading, ...script.points].join('\n');
  const seed = hashText(`${script.slideId}\n${script.heading}`);
  return {
    kind: choosePictureKind(matter, script.lecture ?? { title: '', turn: seed }, seed),
    seed,
    tone: 'deep',
    ...PICTURE_BOX,
    theme,
    plate: { sizeIn: PLATE_SIZE_IN, icon: chooseIcon(script, script.lecture?.title ?? '') },
  };
}
