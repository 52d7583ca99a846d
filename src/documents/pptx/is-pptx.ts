import type { SourceBytes } from '../formats/document-format.ts';
import { hasPackagePart } from '../packages/list-package-entries.ts';

/** Whether the bytes are an Office package with slides. */
export function isPptx({ bytes }: SourceBytes): boolean {
  return hasPackagePart(bytes, /^ppt\/presentation\.xml$/u);
}
