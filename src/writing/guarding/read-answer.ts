import { parseJson } from '../../shared/parse-json.ts';

/**
 * Returns the JSON object in a model's text, whatever stands around it: a byte order mark, a code fence, a few words. Null
 * when there is none that parses. Broken JSON stays broken: a guess at what was meant would be a guess at the lecture.
 */
export function readAnswer(text: string): unknown {
  let from = text.indexOf('{');
  while (from !== -1) {
    const end = endOfObject(text, from);
    // One that is never closed is the answer itself, cut: an object inside of it is not what was asked for.
    if (end === null) return null;
    const value = parseJson(text.slice(from, end));
    if (value !== null) return value;
    from = text.indexOf('{', end);
  }
  return null;
}

/** Returns where the object that opens at `from` is closed, past its brace; null when it never is. */
function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let isInString = false;
  for (let index = from; index < text.length; index += 1) {
    const char = text[index];
    if (isInString) {
      if (char === '\\') index += 1;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return null;
}
