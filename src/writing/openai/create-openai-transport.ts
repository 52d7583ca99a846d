import type { ModelAnswer, ModelQuestion, ModelTransport } from '../model-transport.ts';
import { readRefusal } from '../server-refusal.ts';
import {
  type AskingManners,
  FIRST_MANNERS,
  learnFromRefusal,
  learnFromThoughts,
  writeRequest,
} from './asking-manners.ts';
import { type OpenAiDoor, openAiCallOf } from './openai-door.ts';
import { type Completion, readCompletion } from './read-completion.ts';
import { sendOpenAi } from './send-openai.ts';
import { thoughtsAloneError } from './thoughts-alone-error.ts';
import { toOpenAiError } from './to-openai-error.ts';

export interface OpenAiTransportInput extends OpenAiDoor {
  /** Of one call, prompt and answer together. */
  readonly contextTokens: number;
}

/**
 * Asks models of an OpenAI-compatible server (vLLM, llama-server, LM Studio) over `chat/completions`, streamed, held to a
 * JSON schema and without thinking. What a server refuses of that, and how a model thinks all the same, is learned from its
 * first answers and kept as long as the transport. Throws as `ModelTransport` says, by `toOpenAiError`.
 */
export function createOpenAiTransport(input: OpenAiTransportInput): ModelTransport {
  const known = new Map<string, AskingManners>();

  const askUntilTaken = async (question: ModelQuestion, signal: AbortSignal): Promise<ModelAnswer> => {
    let manners = known.get(question.model) ?? FIRST_MANNERS;
    const spent = { connections: 0, promptTokens: 0, answerTokens: 0 };
    const learn = (learned: AskingManners): void => {
      manners = learned;
      known.set(question.model, learned);
    };
    // Ends, since each further turn leaves out a field more, or is the one turn with room for thoughts.
    for (;;) {
      const body = writeRequest(question, manners, input.contextTokens);
      const { connections, response } = await sendOpenAi(input, { path: 'chat/completions', body }, signal);
      spent.connections += connections;
      if (!response.ok) {
        const refusal = await readRefusal(response);
        const learned = learnFromRefusal(manners, refusal);
        if (learned === null) throw refusal;
        learn(learned);
        continue;
      }
      const mediaType = response.headers.get('content-type') ?? '';
      if (response.body === null || !mediaType.includes('event-stream')) throw await readRefusal(response);
      const said = await readCompletion(response.body, response.headers);
      spent.promptTokens += said.promptTokens;
      spent.answerTokens += said.answerTokens;
      const learned = said.hasThoughts ? learnFromThoughts(manners) : null;
      if (learned !== null) learn(learned);
      if (!isThoughtAlone(said)) return { text: said.text, finish: said.finish, ...spent };
      if (learned === null) throw thoughtsAloneError(openAiCallOf(input, question.model), said.answerTokens);
    }
  };

  return {
    ask: async (question, signal) => {
      try {
        signal.throwIfAborted();
        return await askUntilTaken(question, signal);
      } catch (error) {
        throw toOpenAiError(openAiCallOf(input, question.model), error, signal);
      }
    },
  };
}

const isThoughtAlone = ({ hasThoughts, text }: Completion): boolean => hasThoughts && text.trim() === '';
