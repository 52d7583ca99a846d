import { InputError } from '../contract/errors.ts';
import type { SourceChoice } from './choose-source.ts';

/**
 * Refuses a topic without a document before anything is started: the writer that is there takes its sentences from a
 * document and invents nothing. Throws WRITER_UNAVAILABLE with the three ways that work.
 */
export function assertWriter(source: SourceChoice): void {
  if (source.kind !== 'topic') return;
  throw new InputError(
    'WRITER_UNAVAILABLE',
    `Nothing here can write a lecture from the topic "${source.topic}" alone; give it something to read:
  a document         lectra generate notes.md
  standard input     lectra generate - < notes.txt
  your own outline   Markdown like samples/water-cycle.md: "# Title", then "## Heading" with a few sentences each`,
  );
}
