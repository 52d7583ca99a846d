import { z } from 'zod';
import { InputError } from '../contract/errors.ts';
import { EDITED_OUTLINE_RULES, type EditedOutline, editedOutlineSchema } from './edited-outline-schema.ts';

const MOST_SHOWN_CHARACTERS = 60;

/** Reads an outline that a person may have edited. Throws OUTLINE_UNUSABLE that names the slide, the key and what it may be. */
export function parseEditedOutline(bytes: Uint8Array): EditedOutline {
  const value = parseJson(bytes);
  const parsed = editedOutlineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw parsed.error;
  const [key, index, slideKey] = issue.path;
  const place = key === 'slides' && typeof index === 'number' ? nameSlide(value, index) : 'The outline';
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(
      key === undefined ? editedOutlineSchema.shape : editedOutlineSchema.shape.slides.element.shape,
    );
    throw unusable(`${place} has the unknown key "${issue.keys[0]}"; it may have ${known.join(', ')}.`);
  }
  const field = typeof index === 'number' ? slideKey : key;
  if (typeof field !== 'string')
    throw unusable(`${place} is ${shown(valueAt(value, issue.path))}; give a JSON object.`);
  const wrong = valueAt(value, issue.path.slice(0, typeof index === 'number' ? 3 : 1));
  // Of a list that is too long, its length says more than its first words.
  const isTooLong = issue.code === 'too_big' && Array.isArray(wrong) && issue.origin === 'array';
  const given = isTooLong ? `a list of ${wrong.length}` : shown(wrong);
  throw unusable(
    wrong === undefined
      ? `${place} has no "${field}"; give ${EDITED_OUTLINE_RULES[field]}.`
      : `${place} has ${given} as "${field}"; give ${EDITED_OUTLINE_RULES[field]}.`,
  );
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw unusable(
      `The outline is not JSON (${error.message.replaceAll(/\s+/g, ' ')}); print it anew and edit that.`,
      error,
    );
  }
}

/** Slides are known by what they show, and where they stand. */
function nameSlide(outline: unknown, index: number): string {
  const heading = z.string().safeParse(valueAt(outline, ['slides', index, 'heading'])).data;
  return heading === undefined ? `Slide ${index + 1}` : `Slide ${index + 1} (${shown(heading)})`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (within, key) => Object.entries(Object(within)).find(([name]) => name === String(key))?.[1],
    value,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= MOST_SHOWN_CHARACTERS ? text : `${text.slice(0, MOST_SHOWN_CHARACTERS - 1)}…`;
}

function unusable(message: string, cause?: unknown): InputError {
  return new InputError('OUTLINE_UNUSABLE', message, { cause });
}
