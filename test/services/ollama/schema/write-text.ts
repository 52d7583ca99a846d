import type { Prose } from '../prose.ts';
import { writePattern } from './write-pattern.ts';

const TITLE = /title|heading|name|label|topic|term/i;
const QUERY = /query|keyword|search/i;
const LONG = /narration|script|notes|body|speech/i;

const FORMATS: ReadonlyMap<unknown, string> = new Map([
  ['date', '2026-06-01'],
  ['time', '12:30:00Z'],
  ['date-time', '2026-06-01T12:30:00Z'],
  ['uuid', '0b5c2f5e-6c1e-4f0a-9d3b-7a1f2e3d4c5b'],
]);

/**
 * Writes a string for a schema: its format or pattern, or words whose amount follows the name of the field. A text that is
 * too long for `maxLength` ends with its last whole word, unless a single word is too long already.
 */
export function writeText(schema: Record<string, unknown>, name: string, prose: Prose, random: () => number): string {
  const format = FORMATS.get(schema.format);
  if (format !== undefined) return format;
  if (typeof schema.pattern === 'string') {
    const matching = writePattern(schema.pattern, random);
    if (matching !== null) return matching;
  }
  const shortest = Number(schema.minLength ?? 0);
  const longest = Number(schema.maxLength ?? Number.POSITIVE_INFINITY);
  let text = natural(name, prose, random);
  while ([...text].length < shortest) text = `${text} ${prose.sentence()}`;
  const letters = [...text];
  if (letters.length <= longest) return text;
  const cut = letters.slice(0, longest).join('');
  const whole = cut.replace(/\s+\S*$/u, '');
  return [...whole].length >= shortest ? whole : cut;
}

function natural(name: string, prose: Prose, random: () => number): string {
  if (LONG.test(name)) return Array.from({ length: 4 }, () => prose.sentence()).join(' ');
  if (QUERY.test(name)) return prose.phrase(2);
  if (!TITLE.test(name)) return prose.sentence();
  const phrase = prose.phrase(2 + Math.floor(random() * 3));
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}`;
}
