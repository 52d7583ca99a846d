import { isRecord } from '../is-record.ts';
import { OllamaRefusal } from '../ollama-refusal.ts';
import { refusalText, resolveRef } from './resolve-ref.ts';

const TYPES: ReadonlySet<unknown> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);

/** Repetitions that a grammar may ask for at most. */
const MOST_REPETITIONS = 2_000;

/**
 * Refuses the schemas that the grammar builder of the engine refuses.
 *
 * @throws OllamaRefusal with status 400
 */
export function checkSchema(root: Record<string, unknown>): void {
  const visit = (schema: unknown) => {
    if (!isRecord(schema)) return;
    if ('$ref' in schema) resolveRef(root, schema.$ref);
    const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
    for (const type of types) {
      if (type === undefined || TYPES.has(type)) continue;
      throw new OllamaRefusal(400, refusalText(`Unrecognized schema: ${JSON.stringify(schema)}`));
    }
    if (schema.items === false) {
      throw new OllamaRefusal(400, refusalText('Unrecognized schema: false'));
    }
    if (Number(schema.minLength ?? 0) > MOST_REPETITIONS || Number(schema.minItems ?? 0) > MOST_REPETITIONS) {
      throw new OllamaRefusal(400, refusalText('number of repetitions exceeds sane defaults'));
    }
    for (const key of ['properties', '$defs', 'definitions']) {
      const named = schema[key];
      if (isRecord(named)) Object.values(named).forEach(visit);
    }
    for (const key of ['oneOf', 'anyOf', 'allOf', 'prefixItems']) {
      const list: unknown = schema[key];
      if (Array.isArray(list)) list.forEach(visit);
    }
    visit(schema.items);
    visit(schema.additionalProperties);
  };
  visit(root);
}
