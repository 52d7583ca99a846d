import { hasForbiddenXmlCharacters } from '../drawing/clean-xml-text.ts';
import { parseXmlPart } from './xml-part.ts';

const RE_UNPARSED = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g;
const RE_REFERENCE = /&(?:#(\d+)|#x([0-9A-Fa-f]+)|(?:amp|lt|gt|quot|apos));/g;

/** Returns why a part is not well-formed XML 1.0, or null if it is. */
export function findXmlFault(bytes: Uint8Array): string | null {
  let text: string;
  try {
    parseXmlPart(bytes);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  // The parser lets the rest pass, PowerPoint does not.
  if (hasForbiddenXmlCharacters(text)) return 'holds a character that XML 1.0 forbids';
  const parsed = text.replace(RE_UNPARSED, '');
  const forbidden = Array.from(parsed.matchAll(RE_REFERENCE), toCharacter).filter(hasForbiddenXmlCharacters);
  if (forbidden.length > 0) return 'refers to a character that XML 1.0 forbids';
  return parsed.replace(RE_REFERENCE, '').includes('&') ? 'holds an ampersand that starts no reference' : null;
}

function toCharacter([, decimal, hexadecimal]: RegExpExecArray): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\u0000';
}
