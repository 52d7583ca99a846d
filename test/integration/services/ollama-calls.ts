import { fetch } from 'undici';
import { z } from 'zod';

/** A line of a streamed chat. */
export const CHAT_LINE = z.looseObject({
  message: z.looseObject({ role: z.string(), content: z.string(), thinking: z.string().optional() }).optional(),
  error: z.string().optional(),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  total_duration: z.number().optional(),
  load_duration: z.number().optional(),
  prompt_eval_count: z.number().optional(),
  prompt_eval_duration: z.number().optional(),
  eval_count: z.number().optional(),
  eval_duration: z.number().optional(),
});

/** One line. */
export type ChatLine = z.infer<typeof CHAT_LINE>;

/** An answer, read to its end. */
export interface ChatReply {
  readonly status: number;
  readonly contentType: string;
  readonly lines: readonly ChatLine[];
  /** All content joined. */
  readonly content: string;
}

/** Sends a chat of one user message to the plain model without thinking; `more` adds fields or wins over them. */
export async function postChat(
  url: string,
  prompt: string,
  more: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<ChatReply> {
  const messages = [{ role: 'user', content: prompt }];
  return await postTo(`${url}/api/chat`, { model: 'llama3.1:8b', think: false, messages, ...more }, signal);
}

/** Sends a body to a path and reads its lines to the end. */
export async function postTo(
  address: string,
  body: Record<string, unknown>,
  signal: AbortSignal | null = null,
): Promise<ChatReply> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(body), signal });
  const text = await response.text();
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => CHAT_LINE.parse(JSON.parse(line)));
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    lines,
    content: lines.map((line) => line.message?.content ?? '').join(''),
  };
}
