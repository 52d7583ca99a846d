import type { Outline, OutlineSlide } from '../../contract/schemas/outline.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { inlineText } from './fence-text.ts';

/** What ten slides may take, so that a server reads the shared prefix in a moment; a longer lecture has shorter lines. */
const OUTLINE_LIMIT_CHARS = 2_700;
const LEAST_CHARS_A_SLIDE = 110;
const SHARE_OF_CONTEXT = 0.3;

/** Lines of an outline from the fullest to the shortest. */
const LINES: readonly ((slide: OutlineSlide) => readonly (string | null)[])[] = [
  ({ claim, covers, heading, layout }) => [heading, claim, covers.join('; '), layout],
  ({ covers, heading, layout }) => [heading, covers.join('; '), layout],
  ({ heading }) => [heading],
];

/** Returns the outline of a lecture, a line a slide, as full as the room allows: the same for every slide. */
export function outlineLines({ slides }: Outline, contextTokens: number): string {
  const limitChars = Math.max(OUTLINE_LIMIT_CHARS, slides.length * LEAST_CHARS_A_SLIDE);
  const written = LINES.map((line) =>
    slides
      .map((slide, index) => {
        const parts = slide.role === 'content' ? line(slide) : [slide.heading, slide.role];
        return `${index + 1}. ${parts
          .filter((part) => part !== null && part !== '')
          .map((part) => inlineText(part ?? ''))
          .join(' | ')}`;
      })
      .join('\n'),
  );
  const fits = (text: string): boolean =>
    text.length <= limitChars && estimateTokens(text) <= contextTokens * SHARE_OF_CONTEXT;
  return written.find(fits) ?? written.at(-1) ?? '';
}
