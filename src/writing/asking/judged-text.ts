import type { Outline } from '../../contract/schemas/outline.ts';
import type { NamedPassage } from '../prompts/name-passages.ts';
import { passageText } from '../prompts/passage-text.ts';
import type { LectureBrief } from '../writer.ts';

/** Returns all that the user said and what an approved outline settled, as one text: nothing in it is invented. */
export function givenOf({ audience, document, tone, topic }: LectureBrief, outline: Outline | null = null): string {
  const settled = outline?.slides.flatMap(({ claim, covers, heading, subtitle }) => [
    heading,
    subtitle,
    claim,
    ...covers,
  ]);
  const said = [topic, audience, tone, document?.title, document?.subtitle];
  const parts = [...said, outline?.title, outline?.subtitle, ...(settled ?? [])];
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n');
}

/** Returns passages as answers are held to them: the text that prompts show. */
export function judgedPassages(passages: readonly NamedPassage[]): { readonly name: string; readonly text: string }[] {
  return passages.map(({ name, passage }) => ({ name, text: passageText(passage) }));
}
