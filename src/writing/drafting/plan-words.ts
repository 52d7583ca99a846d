/** Spoken words of a slide whose lecture has no given length. */
export const USUAL_WORDS = { cover: 40, section: 25, content: 65, closing: 45 } as const;

/** Teaching pace without pauses: 130 words a minute, Hindi about 120. */
const WORDS_A_MINUTE: Readonly<Record<string, number>> = { hi: 120, mr: 120, ne: 120 };
const USUAL_WORDS_A_MINUTE = 130;
/** Below it a slide says nothing; above it small models repeat themselves. */
const LEAST_WORDS = 15;
const MOST_WORDS = 320;

/** How many words each kind of slide has. */
export interface WordPlan {
  readonly cover: number;
  readonly content: number;
  readonly closing: number;
  /** Minutes that these words take; null without a wish. */
  readonly minutesReached: number | null;
}

/** Returns the words of cover, content and closing slides of a lecture so long, each slide with its usual share. */
export function planWords(contentSlides: number, minutes: number | null, language: string): WordPlan {
  const { closing, content, cover } = USUAL_WORDS;
  if (minutes === null) return { cover, content, closing, minutesReached: null };
  const pace = WORDS_A_MINUTE[language] ?? USUAL_WORDS_A_MINUTE;
  const usual = cover + contentSlides * content + closing;
  const share = (words: number): number =>
    Math.min(MOST_WORDS, Math.max(LEAST_WORDS, Math.round((words * minutes * pace) / usual)));
  const plan = { cover: share(cover), content: share(content), closing: share(closing) };
  const total = plan.cover + contentSlides * plan.content + plan.closing;
  return { ...plan, minutesReached: total / pace };
}
