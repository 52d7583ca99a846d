import { formatNumberRanges } from '../shared/format-number-ranges.ts';
import { findPlaceWords, PLACE_KINDS, type PlaceKind } from './place-words.ts';

interface Place {
  /** The title above it, or all of a place that is named otherwise; empty when no title stands above it. */
  readonly section: string;
  readonly position: { readonly kind: PlaceKind; readonly number: number } | null;
}

const isPlaceKind = (text: string): text is PlaceKind => PLACE_KINDS.some((kind) => kind === text);

/** "Evaporation, paragraph 2" has a section, a kind and a number. */
function parsePlace(place: string): Place {
  const parts = /^(?:(?<section>.+), )?(?<kind>[^\s,]+) (?<number>\p{Nd}+)$/su.exec(place)?.groups;
  const kind = parts?.kind ?? '';
  return isPlaceKind(kind)
    ? { section: parts?.section ?? '', position: { kind, number: Number(parts?.number) } }
    : { section: place, position: null };
}

/**
 * Returns the line of speaker notes that says where a slide's text stands: "Source: Evaporation, pp. 4–5; Clouds, p. 6".
 * Each section is named once, in the order given. `language` (ISO 639-1) chooses the words. Null without a place.
 */
export function formatSourceNote(places: readonly string[], language: string): string | null {
  const words = findPlaceWords(language);
  const bySection = new Map<string, Map<PlaceKind, Set<number>>>();
  for (const { section, position } of places.map(parsePlace)) {
    const kinds = bySection.get(section) ?? new Map<PlaceKind, Set<number>>();
    bySection.set(section, kinds);
    if (position === null) continue;
    kinds.set(position.kind, (kinds.get(position.kind) ?? new Set()).add(position.number));
  }
  if (bySection.size === 0) return null;
  const named = [...bySection].map(([section, kinds]) => {
    const positions = [...kinds].map(
      ([kind, numbers]) => `${words.kinds[kind][numbers.size === 1 ? 0 : 1]} ${formatNumberRanges([...numbers])}`,
    );
    return [section, ...positions].filter((part) => part !== '').join(', ');
  });
  return `${words.source}: ${named.join('; ')}`;
}
