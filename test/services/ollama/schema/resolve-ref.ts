import { isRecord } from '../is-record.ts';
import { OllamaRefusal } from '../ollama-refusal.ts';

/**
 * Finds the schema that a `$ref` names in the `$defs` or `definitions` of the whole schema.
 *
 * @throws OllamaRefusal with status 400 on `#`, which the grammar does not know, and on a name that is not there
 */
export function resolveRef(root: Record<string, unknown>, ref: unknown): Record<string, unknown> {
  const [, section = '', name = ''] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(String(ref)) ?? [];
  const definitions = root[section];
  const found = isRecord(definitions) ? definitions[decodeURIComponent(name)] : undefined;
  if (isRecord(found)) return found;
  throw new OllamaRefusal(400, refusalText(`Error resolving ref ${String(ref)}`));
}

/** The text of a refused schema: itself JSON, as the engine wrote it. */
export function refusalText(problem: string): string {
  const message = `JSON schema conversion failed:\n${problem}`;
  return JSON.stringify({ error: { code: 400, message, type: 'invalid_request_error' } });
}
