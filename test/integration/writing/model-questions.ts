import type { ModelQuestion } from '../../../src/writing/model-transport.ts';

/** A small question with a schema; `more` wins over its fields. */
export function questionOf(more: Partial<ModelQuestion> = {}): ModelQuestion {
  return {
    model: 'llama3.1:8b',
    messages: [
      { role: 'system', content: 'Answer with compact JSON.' },
      { role: 'user', content: 'Name a river and say where it flows.' },
    ],
    schema: {
      type: 'object',
      properties: { title: { type: 'string' }, body: { type: 'string' } },
      required: ['title', 'body'],
    },
    schemaName: 'river',
    temperature: 0.4,
    seed: 7,
    maxAnswerTokens: 400,
    ...more,
  };
}

/** A signal that nothing aborts. */
export const LASTING = new AbortController().signal;

/** Cuts bytes into pieces of the given length. */
export function cutBytes(bytes: Uint8Array, length: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.subarray(at * length, (at + 1) * length),
  );
}
