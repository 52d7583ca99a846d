/** Spoken words of a slide whose lecture has no given length. */
export const USUAL_WORDS = { cover: 40, section: 25, content: 65, closing: 45 } as const;

/** Teaching pace without pauses: 130 words a minute, Hindi about 120. */
const WORDS_A_MINUTE: Readonly<Record<string, number>> = { hi: 120, mr: 120, ne: 120 };
const USUAL_WORDS_A_MINUTE = 130;
/** Below it a slide says nothing; above it small models repeat themselves. */
const LEAST_WORDS = 15;
const MOST_WORDS = 320;

/** Slides of a lecture between cover and closing slide. */
export interface PlannedSlides {
  readonly content: number;
  /** Those that open a section. */
  readonly sections: number;
}

/** How many words each kind of slide has. */
export interface WordPlan {
  readonly cover: number;
  readonly section: number;
  readonly content: number;
  readonly closing: number;
  /** Minutes that these words take; null without a wish. */
  readonly minutesReached: number | null;
}

/** Returns the words that each kind of slide has in a lecture so long, each slide with its usual share. */
export function planWords(slides: PlannedSlides, minutes: number | null, language: string): WordPlan {
  if (minutes === null) return { ...USUAL_WORDS, minutesReached: null };
  const pace = WORDS_A_MINUTE[language] ?? USUAL_WORDS_A_MINUTE;
  const usual = totalWords(USUAL_WORDS, slides);
  const share = (words: number): number =>
    Math.min(MOST_WORDS, Math.max(LEAST_WORDS, Math.round((words * minutes * pace) / usual)));
  const plan = {
    cover: share(USUAL_WORDS.cover),
    section: share(USUAL_WORDS.section),
    content: share(USUAL_WORDS.content),
    closing: share(USUAL_WORDS.closing),
  };
  return { ...plan, minutesReached: totalWords(plan, slides) / pace };
}

function totalWords(plan: Omit<WordPlan, 'minutesReached'>, { content, sections }: PlannedSlides): number {
  return plan.cover + sections * plan.section + content * plan.content + plan.closing;
}
