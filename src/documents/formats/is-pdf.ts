import type { SourceBytes } from './document-format.ts';

/** Readers of PDF look for the header this far in: mailers and scanners put bytes before it (ISO 32000-1, annex H.3.4.1). */
const HEADER_WITHIN_BYTES = 1024;

/** Whether the bytes have the header of a PDF; after other bytes it counts in a file that is named as one only. */
export function isPdf({ bytes, name }: SourceBytes): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WITHIN_BYTES));
  return head.trimStart().startsWith('%PDF-') || (head.includes('%PDF-') && /\.pdf$/iu.test(name));
}
