import type { ArtifactRef } from '../../contract/artifact-ref.ts';
import type { SlideScript } from '../../contract/schemas/slide-script.ts';
import type { DraftPage } from '../draft-slide.ts';
import type { TextMeasurer } from '../text-measurer.ts';
import type { Theme } from '../theme-of.ts';

/** A picture that already has the aspect of its box. */
export interface PlacedPicture {
  readonly image: ArtifactRef;
  readonly altText: string;
  /** Creator, licence and source of a photo; null for a drawn picture. */
  readonly credit: string | null;
}

/** What every layout gets. */
export interface LayoutInput {
  readonly script: SlideScript;
  readonly theme: Theme;
  readonly slideNumber: number;
  readonly deckTitle: string;
  readonly picture: PlacedPicture | null;
  readonly measurer: TextMeasurer;
}

/** Places the pages of one slide. */
export type Layout = (input: LayoutInput) => DraftPage[];
