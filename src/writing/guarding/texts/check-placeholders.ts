import { knownText, type TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { findPhrase } from './find-phrase.ts';
import { callText, type GuardedText } from './guarded-text.ts';
import { speaksOfCode } from './speaks-of-code.ts';

/** What stands first between the marks of a place that waits for its text; by language. */
const PLACES = [
  'insert|your|add|enter|topic|title|text|placeholder|image|example',
  'शीर्षक|विषय|उदाहरण|चित्र',
  'hier|titel|thema|beispiel|überschrift|platzhalter|bild',
].join('|');
const WORD_END = '(?![\\p{L}\\p{M}])';

const ANYWHERE = [
  /\blorem ipsum\b/iu,
  /\b(?:TBD|TBA|XXXX+)\b|^\W*(?:TODO|FIXME|XXX)\W*$|\b(?:TODO|FIXME)\s*:/u,
  new RegExp(`\\[(?:(?:${PLACES})${WORD_END}|(?:…|\\.{3})(?=[\\s\\]]))[^\\]]*\\](?!\\()`, 'iu'),
  /<(?:insert|add|enter|topic|placeholder)\b[^>]*>|^\W*<[^<>]+>\W*$/iu,
  /\{\{?\s*(?:insert|your|add|enter|topic|title|heading|text|placeholder|image|example|point)[a-z_ ]*\}?\}/iu,
  /\b(?:your|the) (?:text|title|heading|content) (?:goes )?here\b/iu,
  /^\W*(?:this is (?:a|the) )?placeholder\b(?! is| was| are)/iu,
  /\bplaceholder (?:text|title|heading|content|sentence) (?:for|of) (?:this|the) (?:slide|point|lecture)\b/iu,
  /^\W*platzhalter(?:text)?\b(?! ist| war| sind)|\bhier (?:\p{L}+ )?(?:text|titel|inhalt|überschrift) (?:einfügen|eingeben|einsetzen)\b/iu,
  /यहाँ\s+(?:अपना\s+)?(?:शीर्षक|पाठ|विषय)\s+(?:लिखें|डालें|जोड़ें)/u,
] as const;
/** Code has such marks of its own. */
const UNLESS_CODE = [
  /\[(?:name|date|number)[^\]]*\](?!\()/iu,
  /<(?:your|name|title|text|image)[^>]*>/iu,
  /\{\{?[a-z_ ]+\}?\}/iu,
] as const;
const NUMBERED =
  /^(?:the )?(?:(?:key |main )?point|lecture|presentation|content|cover|bullet(?: point)?|item|slide|heading|title|sentence|topic|subtopic|section|part|row|teil|punkt|folie|überschrift|satz|thema|भाग|बिंदु|स्लाइड|शीर्षक|वाक्य|विषय)(?: title| heading| text| का शीर्षक)?\s*[#:.-]?\s*(?:\p{Nd}+|[a-z])?[.:]?$/iu;

/** Finds text that only holds a place: "Point 1", "TBD", "[insert example]", an ellipsis, no word at all. */
export function checkPlaceholders(texts: readonly GuardedText[], context: TextContext): Problem[] {
  const known = knownText(context);
  const anywhere = speaksOfCode(context.given) ? ANYWHERE : [...ANYWHERE, ...UNLESS_CODE];
  return texts.flatMap((text): Problem[] => {
    const isName = text.role === 'name';
    const found = findPhrase(text.text, isName ? anywhere : [...anywhere, NUMBERED], known);
    if (found === null && (isName || /\p{L}{2}|\p{L}\p{M}/u.test(text.text))) return [];
    const what =
      found === null ? `${quoteExcerpt(text.text)} has no words` : `says “${found}”, which only holds a place`;
    return [{ path: text.path, rule: 'placeholder', message: `${callText(text)} ${what}` }];
  });
}
