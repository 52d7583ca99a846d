import { InputError } from '../contract/errors.ts';
import { isModelUnused, isRequestField, REQUEST_FIELD_RULES } from '../contract/request-field-rules.ts';
import { type ResolvedRequest, requestSchema } from '../contract/schemas/request.ts';

const EXAMPLE = 'give a JSON object such as {"source":{"path":"/home/me/notes.md"}}';
const MOST_SHOWN_CHARACTERS = 60;

/** Checks a workflow input that may come from anywhere. Throws INPUT_INVALID that names the field and what it may be. */
export function parseRequest(request: unknown): ResolvedRequest {
  const parsed = requestSchema.safeParse(request);
  if (parsed.success && isModelUnused(parsed.data)) {
    throw invalid(
      `The "model" of the request, ${shown(parsed.data.model)}, has no use with the writer "extractive", which asks no model; leave one of them out.`,
    );
  }
  if (parsed.success) return withBaseAlone(parsed.data, Object.keys(Object(request)));
  if (request === undefined || request === null) throw invalid(`There is no request; ${EXAMPLE}.`);
  if (typeof request !== 'object' || Array.isArray(request)) {
    throw invalid(`The request is ${shown(request)}; ${EXAMPLE}.`);
  }
  const unknownKey = Object.keys(request).find((key) => !isRequestField(key));
  if (unknownKey !== undefined) {
    const known = Object.keys(REQUEST_FIELD_RULES).join(', ');
    throw invalid(`The request has the unknown key "${unknownKey}"; it may have ${known}.`);
  }
  const field = parsed.error.issues[0]?.path[0];
  if (!isRequestField(field)) throw parsed.error;
  const value: unknown = Object.entries(request).find(([key]) => key === field)?.[1];
  throw invalid(`The "${field}" of the request is ${shown(value)}; give ${REQUEST_FIELD_RULES[field]}.`);
}

/** A run that is carried on keeps its own plan, so a wish beside it would be lost without a word. */
function withBaseAlone(request: ResolvedRequest, keys: readonly string[]): ResolvedRequest {
  const other = request.base === undefined ? undefined : keys.find((key) => key !== 'base' && key !== 'project');
  if (other === undefined) return request;
  throw invalid(`The request carries a run on ("base") under its own plan; leave out "${other}".`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= MOST_SHOWN_CHARACTERS ? text : `${text.slice(0, MOST_SHOWN_CHARACTERS - 1)}…`;
}

function invalid(message: string): InputError {
  return new InputError('INPUT_INVALID', message);
}
