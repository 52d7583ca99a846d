import { isRecord } from './is-record.ts';
import { withTag } from './ollama-model.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import { parseKeepAlive } from './parse-keep-alive.ts';

/** A message of a chat. */
export interface AskedMessage {
  readonly role: string;
  readonly content: string;
}

/** A request of `/api/chat` or `/api/generate`, read and checked. */
export interface GenerationRequest {
  readonly operation: 'chat' | 'generate';
  /** As the client wrote it. */
  readonly model: string;
  /** The messages; of `generate` the `system` text, if any, and the prompt. */
  readonly messages: readonly AskedMessage[];
  /** `null` for plain text. */
  readonly format: 'json' | Record<string, unknown> | null;
  readonly options: Record<string, unknown>;
  readonly stream: boolean;
  /** `null` when the request does not say. */
  readonly think: boolean | string | null;
  readonly truncate: boolean;
  readonly shift: boolean;
  readonly keepAliveMs: number;
}

const THINK_LEVELS: ReadonlySet<unknown> = new Set([true, false, 'low', 'medium', 'high', 'max']);

const OPTION_TYPES: ReadonlyMap<string, 'integer' | 'float32' | 'boolean'> = new Map([
  ['num_ctx', 'integer'],
  ['num_batch', 'integer'],
  ['num_gpu', 'integer'],
  ['main_gpu', 'integer'],
  ['num_thread', 'integer'],
  ['num_predict', 'integer'],
  ['num_keep', 'integer'],
  ['seed', 'integer'],
  ['top_k', 'integer'],
  ['repeat_last_n', 'integer'],
  ['temperature', 'float32'],
  ['top_p', 'float32'],
  ['min_p', 'float32'],
  ['repeat_penalty', 'float32'],
  ['presence_penalty', 'float32'],
  ['frequency_penalty', 'float32'],
  ['use_mmap', 'boolean'],
]);

/**
 * Reads the body of a chat or a generate call.
 *
 * @throws OllamaRefusal with the status and the text of the server: 400, and 500 for an option of the wrong type
 */
export function readGenerationRequest(
  operation: 'chat' | 'generate',
  body: Record<string, unknown>,
): GenerationRequest {
  const { model, think = null, format } = body;
  if (typeof model !== 'string' || model === '') throw new OllamaRefusal(400, 'model is required');
  if (think !== null && !THINK_LEVELS.has(think)) {
    const levels = '"high", "medium", "low", "max", true, or false';
    throw new OllamaRefusal(400, `invalid think value: ${JSON.stringify(think)} (must be ${levels})`);
  }
  const options = isRecord(body.options) ? body.options : {};
  checkOptions(options);
  return {
    operation,
    model,
    messages: operation === 'chat' ? readMessages(body.messages) : readPrompt(body),
    format: readFormat(format),
    options,
    stream: body.stream !== false,
    think: typeof think === 'boolean' || typeof think === 'string' ? think : null,
    truncate: body.truncate !== false,
    shift: body.shift !== false,
    keepAliveMs: parseKeepAlive(body.keep_alive),
  };
}

/** What makes the server load the model anew when it differs from the running one. */
export function runnerKeyOf({ model, options, shift }: GenerationRequest): string {
  const names = ['num_ctx', 'num_batch', 'num_gpu', 'main_gpu', 'use_mmap', 'num_thread', 'draft_num_predict'];
  return JSON.stringify([withTag(model), shift, names.map((name) => options[name] ?? null)]);
}

function readMessages(value: unknown): readonly AskedMessage[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    throw new OllamaRefusal(
      400,
      `json: cannot unmarshal ${typeof value} into Go struct field ChatRequest.messages of type []api.Message`,
    );
  }
  return list.map((item) => {
    if (!isRecord(item))
      throw new OllamaRefusal(400, `json: cannot unmarshal ${typeof item} into Go value of type api.Message`);
    return { role: String(item.role ?? ''), content: String(item.content ?? '') };
  });
}

function readPrompt({ system, prompt }: Record<string, unknown>): readonly AskedMessage[] {
  if (typeof prompt !== 'string' || prompt === '') return [];
  const asked = { role: 'user', content: prompt };
  return typeof system === 'string' && system !== '' ? [{ role: 'system', content: system }, asked] : [asked];
}

function readFormat(format: unknown): GenerationRequest['format'] {
  if (format === undefined || format === null || format === '') return null;
  if (format === 'json' || isRecord(format)) return format;
  const received = JSON.stringify(JSON.stringify(format));
  throw new OllamaRefusal(500, `invalid format: ${received}; expected "json" or a valid JSON Schema object`);
}

function checkOptions(options: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(options)) {
    const type = OPTION_TYPES.get(name);
    const expected = type === 'boolean' ? 'boolean' : 'number';
    if (type === undefined || value === null || typeof value === expected) continue;
    throw new OllamaRefusal(500, `option "${name}" must be of type ${type}`);
  }
}
