/** A bullet, or a number or letter with a point or bracket, before the words of an item. */
export const ITEM_MARK = /^\s*(?:[•‣▪●○◦·■□➢✓–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)/u;

/** The mark of an item alone, as it stands in a cell of its own. */
export const LONE_ITEM_MARK = /^(?:[•‣▪●○◦·■□➢✓–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])$/u;

/** A number of headings: "3", "3.1", "3.1.2". */
export const HEADING_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(?=\p{L})/u;

export const endsSentence = (text: string): boolean => /[.!?:;।॥…]["'”’)\]]*$/u.test(text);

const LABEL =
  /^(?:fig(?:ure|\.)?|table|chart|diagram|map|plate|photo|image|illustration|graph|exhibit|abbildung|abb\.|tabelle|tab\.|tableau|figura|tabla|चित्र|तालिका|सारणी)\s*(?:\d{1,3}|[IVX]{1,5}\b)(?:[.-]\d{1,3})*[a-z]?(?<mark>\s*[.:–—|])?\s+(?<next>\S)/iu;

/** "Figure 3: Rivers" is a caption; "Figure 3 shows rivers" is a sentence. */
export function isCaption(text: string): boolean {
  const groups = LABEL.exec(text)?.groups;
  if (groups === undefined) return false;
  return groups.mark !== undefined || (/[^\p{Ll}]/u.test(groups.next ?? '') && text.length < 160);
}

export const isTableCaption = (text: string): boolean => isCaption(text) && /^(?:tab|तालिका|सारणी)/iu.test(text);
