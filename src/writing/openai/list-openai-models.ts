import { z } from 'zod';
import { BrokenAnswer } from '../broken-answer.ts';
import { readRefusal } from '../server-refusal.ts';
import type { OpenAiDoor } from './openai-door.ts';
import { sendOpenAi } from './send-openai.ts';

/** A list comes at once, however long the answers of a model take. */
const ANSWER_WITHIN_MS = 15_000;

const listSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/** Returns the models that a server lists, in its order. Throws what `toOpenAiError` takes. */
export async function listOpenAiModels(door: OpenAiDoor, signal: AbortSignal): Promise<readonly string[]> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  const { response } = await sendOpenAi(door, { path: 'models', body: undefined }, until);
  if (!response.ok) throw await readRefusal(response);
  const text = await response.text();
  try {
    return listSchema.parse(JSON.parse(text)).data.map(({ id }) => id);
  } catch (error) {
    throw new BrokenAnswer('garbled', 'with something that is no list of models', { cause: error });
  }
}
