/** Words and who spoke them. */
export interface Attribution {
  readonly text: string;
  readonly who: string | null;
  readonly where: string | null;
}

const BEHIND =
  /^(?<text>.+?)[\s\u00a0]*(?:\n\s*[—–-]{0,2}|(?<=[.!?…।"”’])\s*[—–]|\s--)\s*(?<who>[\p{Lu}\p{Lo}][^,\n।]{1,60}?)(?:,\s*(?<where>[^\n]{2,80}))?[.।]?\s*$/su;

/** Returns a quotation without the line that names its speaker ("— Ada Lovelace, Notes"), and that line's two parts. */
export function splitAttribution(quote: string): Attribution {
  const groups = BEHIND.exec(quote)?.groups;
  const who = groups?.who?.trim();
  if (groups?.text === undefined || who === undefined || who.split(/\s+/u).length > 6 || /\p{Ll}{3}[.!?]\s/u.test(who))
    return { text: quote, who: null, where: null };
  return { text: groups.text.trim(), who, where: groups.where?.trim().replace(/[.।]$/u, '') ?? null };
}
