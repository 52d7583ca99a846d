/** "Figure 3.2:", "Table IV –", "Abb. 5": a number that nobody needs to hear, before the words of a caption. */
const LABEL =
  /^(?:fig(?:ure|\.)?|table|chart|diagram|map|plate|photo|image|illustration|graph|exhibit|box|listing|abbildung|abb\.|tabelle|tab\.|tableau|figura|tabla|चित्र|तालिका|सारणी)\s*(?:\d{1,3}|[IVX]{1,5}\b)(?:[.-]\d{1,3})*[a-z]?\s*[.:–—|-]*\s*/iu;

/** Returns a caption without its label; empty when it was nothing else. */
export function stripCaptionLabel(caption: string): string {
  return caption.replace(LABEL, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
