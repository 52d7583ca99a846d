const PART = /(\[[^\]^\\]+\]|[^\\^$.|?*+()[\]{}])(\{(\d+)(?:,(\d*))?\}|[?*+])?/gy;

/** Repetitions that an open-ended quantifier gets beyond its least. */
const MORE = 2;

/**
 * Writes a text for a pattern between `^` and `$` of letters, classes and quantifiers.
 *
 * @returns `null` for any other pattern, which the engine leaves without force
 */
export function writePattern(pattern: string, random: () => number): string | null {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return null;
  const body = pattern.slice(1, -1);
  const parts = [...body.matchAll(PART)];
  if (parts.map(([part]) => part).join('') !== body) return null;
  return parts
    .map(([, unit = '', quantifier = '', least, most]) => {
      const from = least === undefined ? (quantifier === '+' || quantifier === '' ? 1 : 0) : Number(least);
      const open = quantifier === '*' || quantifier === '+' || most === '';
      const to = open ? from + MORE : quantifier === '?' ? 1 : most === undefined ? from : Number(most);
      const count = from + Math.floor(random() * (to - from + 1));
      const letters = lettersOf(unit);
      return Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)] ?? '').join('');
    })
    .join('');
}

function lettersOf(unit: string): readonly string[] {
  if (!unit.startsWith('[')) return [unit];
  return [...unit.slice(1, -1).matchAll(/(.)-(.)|(.)/gsu)].flatMap(([, from, to, single]) => {
    if (single !== undefined || from === undefined || to === undefined) return [single ?? ''];
    const first = from.codePointAt(0) ?? 0;
    const last = to.codePointAt(0) ?? 0;
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
  });
}
