import { createHash } from 'node:crypto';
import { isRecord } from './is-record.ts';

/** An operation, as the ledger names it. `load` is a chat or generate call without text, which only loads or unloads. */
export type OllamaOperation = 'chat' | 'generate' | 'load' | 'version' | 'tags' | 'ps' | 'show' | 'pull';

/** The paths that the server knows, with their method and what they do. */
export const OLLAMA_ROUTES: ReadonlyMap<
  string,
  { readonly method: 'GET' | 'POST'; readonly operation: OllamaOperation }
> = new Map([
  ['/api/version', { method: 'GET', operation: 'version' }],
  ['/api/tags', { method: 'GET', operation: 'tags' }],
  ['/api/ps', { method: 'GET', operation: 'ps' }],
  ['/api/show', { method: 'POST', operation: 'show' }],
  ['/api/pull', { method: 'POST', operation: 'pull' }],
  ['/api/chat', { method: 'POST', operation: 'chat' }],
  ['/api/generate', { method: 'POST', operation: 'generate' }],
]);

/** What a call does: a chat or generate call without text only loads. */
export function operationOf(operation: OllamaOperation, body: Record<string, unknown>): OllamaOperation {
  if (operation === 'chat') return Array.isArray(body.messages) && body.messages.length > 0 ? 'chat' : 'load';
  if (operation === 'generate') return body.prompt === undefined || body.prompt === '' ? 'load' : 'generate';
  return operation;
}

/** Label of a call for the ledger: the model, a fingerprint of the body, and the fields that an answer should have. */
export function aboutOf(path: string, body: Record<string, unknown> | null): string {
  if (body === null) return path;
  const print = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 12);
  const fields = isRecord(body.format) && isRecord(body.format.properties) ? Object.keys(body.format.properties) : [];
  return [String(body.model ?? body.name ?? ''), print, ...(fields.length === 0 ? [] : [fields.join(',')])].join(' ');
}
