import type { Ollama } from 'ollama';
import type { z } from 'zod';
import { LectraError } from '../../contract/errors.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import { createOllamaClient } from './ollama-client.ts';
import { callOf, type OllamaDoor } from './ollama-door.ts';
import { toOllamaError } from './to-ollama-error.ts';

/** Asks an Ollama with a client that `signal` ends. `model` is what it is about, for errors. Throws by `toOllamaError`. */
export async function askOllama<Answer>(
  door: OllamaDoor,
  ask: (client: Ollama) => Promise<Answer>,
  signal: AbortSignal,
  model?: string,
): Promise<Answer> {
  try {
    signal.throwIfAborted();
    return await ask(createOllamaClient(door.url, door.agent, signal));
  } catch (error) {
    // In its final words already.
    if (error instanceof LectraError && !signal.aborted) throw error;
    throw toOllamaError(callOf(door, model), error, signal);
  }
}

/** Returns an answer that is checked; the package itself believes everything. Throws as a broken answer, for `askOllama`. */
export function checkAnswer<Value>(schema: z.ZodType<Value>, answer: unknown, what: string): Value {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new BrokenAnswer('garbled', `${what} that is none`, { cause: parsed.error });
}
