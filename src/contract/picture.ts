import type { ArtifactRef } from './artifact-ref.ts';

/** One picture that a provider offers. Nothing is downloaded yet. */
export interface PictureCandidate {
  readonly provider: string;
  /** The provider's own id; with `provider` it names the picture for good. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly pageUrl: string;
  readonly creator: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A row of the picture ledger. */
export interface Picture {
  readonly slideId: string;
  readonly image: ArtifactRef;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly altText: string;
  /** The candidate it was made from, or null for a drawn picture. */
  readonly candidate: PictureCandidate | null;
}
