import { nameWithoutFolders } from '../shared/name-without-folders.ts';

/** Returns the sentence that says who wrote the text of a lecture. `model` is null for a writer without one. */
export function formatWriterLine(by: { readonly writer: string; readonly model: string | null }): string {
  return by.model === null
    ? 'No language model wrote the text; it is taken from the document.'
    : `The text was written by the language model ${nameWithoutFolders(by.model)} (${by.writer}).`;
}
