import type { LaidOutPage, LaidOutSlide, PlacedShape, Still } from '../contract/schemas/laid-out-slide.ts';
import type { VisualSpec } from './visual-spec.ts';

/** A place for a drawn picture that nobody has drawn yet. Inches on the slide. */
export interface VisualShape {
  readonly kind: 'visual';
  readonly xIn: number;
  readonly yIn: number;
  readonly widthIn: number;
  readonly heightIn: number;
  readonly visual: VisualSpec;
  readonly altText: string;
}

export type DraftShape = PlacedShape | VisualShape;

export interface DraftStill extends Omit<Still, 'shapes'> {
  readonly shapes: readonly DraftShape[];
}

export interface DraftPage extends Omit<LaidOutPage, 'stills'> {
  readonly stills: readonly DraftStill[];
}

/** A laid-out slide whose drawn pictures are still specs. */
export interface DraftSlide extends Omit<LaidOutSlide, 'pages'> {
  readonly pages: readonly DraftPage[];
}
