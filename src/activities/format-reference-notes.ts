import type { Reference } from '../contract/plan.ts';
import { findPlaceWords } from './place-words.ts';

const CHANGES = 'text shortened and reworded by Lectra';
const CHANGES_HINDI = 'Lectra ने पाठ को छोटा किया और बदला है';

/**
 * Returns the lines of speaker notes that credit the pages which research read, one a page, with licence and changes: a deck
 * that is passed on without its folder still says whose text it is. `language` (ISO 639-1) chooses the words.
 */
export function formatReferenceNotes(references: readonly Reference[], language: string): string[] {
  const { source } = findPlaceWords(language);
  const changes = language.toLowerCase().startsWith('hi') ? CHANGES_HINDI : CHANGES;
  return references.map(
    ({ title, url, creator, licence, licenceUrl }) =>
      `${source}: “${title}”, ${creator}, ${url}, ${licence} (${licenceUrl}), ${changes}`,
  );
}
