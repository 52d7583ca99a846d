/**
 * Characters at which a server cuts each text of an answer, in the middle of a word: about three times what is asked for, so
 * they only stop a text that runs away.
 */
export const TEXT_LIMITS = {
  heading: 150,
  subtitle: 240,
  claim: 300,
  cover: 120,
  sentence: 600,
  point: 240,
  term: 120,
  meaning: 400,
  quote: 500,
  source: 150,
  figure: 40,
  columnHead: 90,
  cell: 150,
  unit: 60,
  label: 90,
  keyword: 60,
  pictureShows: 300,
} as const;
