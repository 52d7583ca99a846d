import type { Ollama } from 'ollama';
import { z } from 'zod';
import { checkAnswer } from './ask-ollama.ts';

/** What must be known of a model before it is asked. */
export interface OllamaModelFacts {
  /** The architecture, such as "llama"; empty when the server does not tell. */
  readonly family: string;
  /** Such as "completion" and "thinking"; empty on servers before 0.6.4. */
  readonly capabilities: readonly string[];
  /** The longest context that it was trained on, in tokens; null when the server does not tell. */
  readonly trainedContextTokens: number | null;
  /** What to send as `think`. */
  readonly think: false | 'low';
}

const showSchema = z.object({
  details: z.object({ family: z.string().nullish() }).nullish(),
  model_info: z.record(z.string(), z.unknown()).nullish(),
  capabilities: z.array(z.string()).nullish(),
});

/** Families that think whatever they are told, and then leave nothing for an answer: https://docs.ollama.com/capabilities/thinking. */
const ALWAYS_THINKING = /^gpt-?oss/;

/** Reads what the server knows of a model (`/api/show`). Throws as the client does, for `toOllamaError`. */
export async function readOllamaModel(client: Ollama, model: string): Promise<OllamaModelFacts> {
  const shown = checkAnswer(showSchema, await client.show({ model }), 'a description of the model');
  const { details, model_info: info, capabilities } = shown;
  const architecture = info?.['general.architecture'];
  const family = typeof architecture === 'string' ? architecture : (details?.family ?? '');
  const trained = info?.[`${family}.context_length`];
  return {
    family,
    capabilities: capabilities ?? [],
    trainedContextTokens: typeof trained === 'number' && trained > 0 ? trained : null,
    // False is taken by every model; saying nothing would let those think that can.
    think: ALWAYS_THINKING.test(family) ? 'low' : false,
  };
}
