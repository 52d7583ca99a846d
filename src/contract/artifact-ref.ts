/** A reference to an immutable blob: what crosses Temporal instead of content. */
export interface ArtifactRef {
  /** Lower-case hex; the name of the blob. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}
