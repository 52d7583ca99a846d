// Joiners (U+200C, U+200D) stay: Devanagari spells with them.
const INVISIBLE = /[\p{Cc}\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufffd]/gu;
const PROSODY_TAGS = /\[\s*(?:rate|pitch|pause|voice|style)\s*=[^\]]*\]|\[\/?emphasis\]/giu;

/**
 * Returns a sentence as captions show it: NFC, single spaces, no invisible characters, and no prosody tags, which
 * would otherwise be read as ours when the sentence is tagged.
 */
export function tidyWrittenText(text: string): string {
  const visible = text.normalize('NFC').replace(/\s/gu, ' ').replace(INVISIBLE, '');
  return visible.replace(PROSODY_TAGS, ' ').replace(/\s+/gu, ' ').trim();
}
