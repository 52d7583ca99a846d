import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { PlacedShape } from '../contract/schemas/laid-out-slide.ts';

/** One slide of the deck. */
export interface DeckPage {
  /** Layout family or "further"; pages of one family share a slide layout. */
  readonly layout: string;
  /** Six hex digits. */
  readonly background: string;
  /** The plain state, painted in this order. Exactly one text is the title. */
  readonly shapes: readonly PlacedShape[];
  /** Speaker notes, one paragraph an entry; may be empty. */
  readonly notes: readonly string[];
}

/** A deck to write. */
export interface DeckInput {
  readonly title: string;
  /** BCP 47, such as en-US. */
  readonly language: string;
  /** Heading and body face of the theme. */
  readonly fonts: { readonly head: string; readonly body: string };
  /** In the order shown; at least one. */
  readonly pages: readonly DeckPage[];
  /** Returns the bytes of a PNG or JPEG picture; called once for each different picture. */
  readonly loadPicture: (picture: ArtifactRef) => Promise<Uint8Array>;
}
