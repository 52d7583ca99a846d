import type { PictureCandidate } from '../contract/schemas/picture.ts';

/**
 * Gives each slide its best candidate that no slide before it took; null where none is left.
 * The result depends on the order of the slides alone, never on which search came back first.
 */
export function choosePictures(
  candidatesBySlide: readonly (readonly PictureCandidate[])[],
): (PictureCandidate | null)[] {
  const taken = new Set<string>();
  return candidatesBySlide.map((candidates) => {
    const free = candidates.find((candidate) => !taken.has(nameOf(candidate)));
    if (free === undefined) return null;
    taken.add(nameOf(free));
    return free;
  });
}

function nameOf({ provider, id }: PictureCandidate): string {
  return `${provider} ${id}`;
}
