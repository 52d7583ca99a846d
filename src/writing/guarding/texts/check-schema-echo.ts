import { knownText, type TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { findPhrase } from './find-phrase.ts';
import { callText, type GuardedText } from './guarded-text.ts';
import { speaksOfCode } from './speaks-of-code.ts';

/** Words of the shape itself, which small models write as values. */
const ANYWHERE = [
  /\b(?:min|max)(?:Length|Items)\b/iu,
  /["'](?:minimum|maximum)["']\s*:/iu,
  /\badditionalProperties\b/iu,
  /\bjson[ -]?schema\b/iu,
  /\bstring \((?:required|optional|max|min)/iu,
  /"(?:heading|points|narration|supports|text|claim|covers|layout|passages|citations)"/iu,
] as const;
/** What a lecture about code may well say. */
const TYPES = [
  /\btype["']?\s*:?\s*["']?(?:object|array|string|integer|boolean)\b/iu,
  /\b(?:object|array|list) of strings\b/iu,
] as const;
const FIELD_NAME =
  /^(?:title|heading|points?|narrations?|supports?|citations?|text|sentences?|claims?|covers|layout|passages?|subtitle|keywords?|shows|says|meaning|string|number|integer|boolean|array|object|null|undefined|none|true|false|enum|value|json)[\s\d._:-]*$/iu;

/** Finds words of the answer's shape where words of the lecture belong. */
export function checkSchemaEcho(texts: readonly GuardedText[], context: TextContext): Problem[] {
  const known = knownText(context);
  const anywhere = speaksOfCode(context.given) ? ANYWHERE : [...ANYWHERE, ...TYPES];
  return texts.flatMap((text): Problem[] => {
    // A cell, a label or a term may well be "Type", "Object" or "None".
    const patterns = text.role === 'name' ? anywhere : [...anywhere, FIELD_NAME];
    const found = findPhrase(text.text, patterns, known);
    if (found === null) return [];
    return [
      { path: text.path, rule: 'schema-echo', message: `${callText(text)} says “${found}”, a word of the JSON shape` },
    ];
  });
}
