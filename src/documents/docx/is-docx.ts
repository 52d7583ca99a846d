import type { SourceBytes } from '../formats/document-format.ts';
import { hasPackagePart } from '../packages/list-package-entries.ts';

/** Whether the bytes are an Office package with the text of a word processor. */
export function isDocx({ bytes }: SourceBytes): boolean {
  return hasPackagePart(bytes, /^word\/document\d*\.xml$/u);
}
