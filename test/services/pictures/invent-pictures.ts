import type { PictureLicence } from './picture-licences.ts';
import { createChooser, hashOf } from './seed-of.ts';

/** A picture that a provider claims to have. */
export interface InventedPicture {
  /** A UUID. */
  readonly id: string;
  readonly title: string;
  readonly creator: string;
  readonly licence: PictureLicence;
  readonly tags: readonly string[];
}

const LEAST_HITS = 24;
const MOST_HITS = 240;
const VIEWS = [
  'at dawn',
  'seen from above',
  'in detail',
  'in winter',
  'with people',
  'after the rain',
  'study',
] as const;
const FIRST_NAMES = ['Ana', 'Bilal', 'Chitra', 'Dmitri', 'Elif', 'Farah', 'Goran', 'Hana', 'Isha', 'Jonas'] as const;
const LAST_NAMES = ['Almeida', 'Bergström', 'Chatterjee', 'Dubois', 'Eze', 'Fischer', 'Gupta', 'Horváth'] as const;

/** How many pictures a query finds. */
export function countHits(provider: string, query: string): number {
  return createChooser(`count ${provider} ${normalize(query)}`).number(LEAST_HITS, MOST_HITS);
}

/** Invents the pictures of a query. Equal queries find equal pictures, best first; order and case of words count not. */
export function inventPictures(
  provider: string,
  query: string,
  licences: readonly [PictureLicence, ...PictureLicence[]],
): readonly InventedPicture[] {
  const key = normalize(query);
  return Array.from({ length: countHits(provider, query) }, (_, index) => {
    const seed = `${provider} ${key} ${index}`;
    const choose = createChooser(seed);
    const hash = hashOf(seed);
    const subject = query.trim().replace(/^./u, (letter) => letter.toUpperCase());
    return {
      id: [
        hash.slice(0, 8),
        hash.slice(8, 12),
        `4${hash.slice(13, 16)}`,
        `a${hash.slice(17, 20)}`,
        hash.slice(20, 32),
      ].join('-'),
      title: `${subject} ${choose.of(VIEWS)} ${index + 1}`,
      creator: `${choose.of(FIRST_NAMES)} ${choose.of(LAST_NAMES)}`,
      licence: choose.of(licences),
      tags: [...key.split(' '), choose.of(['nature', 'science', 'city', 'history'])],
    };
  });
}

function normalize(query: string): string {
  return query.toLowerCase().split(/\s+/u).filter(Boolean).toSorted().join(' ');
}
