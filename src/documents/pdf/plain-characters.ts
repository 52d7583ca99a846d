const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};

/** Returns text without ligatures, with plain spaces and hyphens, as people would type it. */
export function plainCharacters(text: string): string {
  return (
    text
      .replace(/[\uFB00-\uFB06]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
      .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/gu, ' ')
      .replace(/[\u2010\u2011]/gu, '-')
      // Bullets of Symbol and Wingdings, which have no character of their own.
      .replace(/[\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF06E]/gu, '•')
  );
}
