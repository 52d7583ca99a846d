import type { IncomingMessage } from 'node:http';
import { isRecord } from './is-record.ts';

/** Reads the whole body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON object that a text holds; `null` when it holds none. */
export function parseBody(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** How the server words that a text is no JSON object. */
export function bodyProblem(text: string): string {
  return text === '' ? 'missing request body' : `invalid character ${JSON.stringify(text.slice(0, 1))} in request body`;
}
