import type { PictureCandidate } from '../contract/schemas/picture.ts';

/**
 * Port of the images folder: a service that finds licensed pictures. A provider knows how to search and to download;
 * it does not know slides, layouts or which candidate is chosen. Candidates come best first and always carry creator,
 * licence and page; one without a licence is never returned.
 */
export interface ImageProvider {
  readonly id: string;
  isAvailable(signal: AbortSignal): Promise<boolean>;
  /** Throws ProviderError. An empty list is an answer, not a failure. */
  search(
    query: { readonly keywords: readonly string[]; readonly limit: number },
    signal: AbortSignal,
  ): Promise<readonly PictureCandidate[]>;
  /** Returns the original bytes. Throws PICTURE_UNUSABLE for a bad type, a too large file or a forbidden address. */
  download(candidate: PictureCandidate, signal: AbortSignal): Promise<Uint8Array>;
}
