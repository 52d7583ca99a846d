import type { Outline, OutlineSlide } from '../../contract/schemas/outline.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { inlineText } from './fence-text.ts';

/** A longer lecture has shorter lines, down to its headings. */
const LEAST_CHARS_A_SLIDE = 90;
const SHARE_OF_CONTEXT = 0.3;

/** Lines of an outline from the fullest to the shortest. */
const LINES: readonly ((slide: OutlineSlide) => readonly (string | null)[])[] = [
  ({ claim, covers, heading, layout }) => [heading, claim, covers.join('; '), layout],
  ({ covers, heading, layout }) => [heading, covers.join('; '), layout],
  ({ heading }) => [heading],
];

/** Returns the outline of a lecture, a line a slide, as full as the room allows. */
export function outlineLines({ slides }: Outline, roomChars: number, contextTokens: number): string {
  const limitChars = Math.max(roomChars, slides.length * LEAST_CHARS_A_SLIDE);
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
