/**
 * Returns the text that stands at a path of an answer ("narration[2].text"): of a table row its cells, of a bar its label.
 * Null where there is none, or a whole list.
 */
export function textAt(answer: unknown, path: string): string | null {
  let found = answer;
  for (const key of path.match(/[^.[\]]+/gu) ?? []) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : null;
  }
  if (typeof found === 'string') return found;
  if (!path.endsWith(']') || typeof found !== 'object' || found === null) return null;
  if (Array.isArray(found)) return found.join(' | ');
  const label: unknown = Reflect.get(found, 'label');
  return typeof label === 'string' ? label : null;
}
