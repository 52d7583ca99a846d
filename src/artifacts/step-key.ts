import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../shared/canonical-json.ts';

/**
 * Returns the name of a step's result (sha256, hex). Equal ingredients give an equal key, so everything that
 * can change the result must be among them, and nothing else: no run id, no time, no position of a slide.
 */
export function stepKey(step: string, ingredients: { readonly [name: string]: JsonValue | undefined }): string {
  return createHash('sha256').update(canonicalJson({ step, ingredients })).digest('hex');
}
