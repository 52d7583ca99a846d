const ADDRESS_LINE =
  /^(?:to|from|date|subject|re|cc|bcc|author|authors|by|version|status|prepared (?:by|for)|reference|ref)\s*:\s/iu;
const LABEL = /(?<![\p{L}:])(?:To|From|Date|Subject|Re|Cc|Author|Version|Status|Prepared by|Prepared for|Ref):\s/gu;
const MIN_LABELS = 2;

/** Whether a paragraph is the head of a letter or memo ("To: … From: … Date: …"), which nobody reads aloud. */
export function isAddressBlock(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.every((line) => ADDRESS_LINE.test(line))) return true;
  return ADDRESS_LINE.test(text) && (text.match(LABEL)?.length ?? 0) >= MIN_LABELS && !/[.!?]\s+\p{Lu}/u.test(text);
}
