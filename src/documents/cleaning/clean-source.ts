import { stripVTControlCharacters } from 'node:util';

// A picture inside the text: megabytes of base64 that no sentence needs and that slow every later step.
const SVG_DATA_URI = /data:image\/svg\+xml[^,\s]{0,60},\s{0,4}<svg[\s\S]{0,200000}?<\/svg>/giu;
const DATA_URI = /data:[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}[a-z0-9;=.+"-]{0,120},[^\s)"'<>\]]*/giu;
const SHORT_DATA_URI = /data:;base64,[a-z0-9+/=]*/giu;
// XML and speech engines refuse them.
const CONTROLS = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu;
// Zero-width and direction marks, soft hyphen, byte order mark; not the joiners that Indic scripts and emoji need.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFC]/gu;
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** Returns the text with Unix line ends, in NFC, without data URIs, terminal colours, control characters and invisible marks. */
export function cleanSource(text: string): string {
  return stripVTControlCharacters(text)
    .replace(SVG_DATA_URI, '')
    .replace(DATA_URI, '')
    .replace(SHORT_DATA_URI, '')
    .replace(/\r\n?|\u2028|\u0085/gu, '\n')
    .replace(/[\f\v\u2029]/gu, '\n\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '')
    .normalize('NFC');
}
