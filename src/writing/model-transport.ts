// The port of everything that a model is asked over: one question with a schema, one answer as text, streamed.
// In: messages and a JSON schema. Out: the text as it came, with what it cost. Must not know lectures or prompts.
import type { JsonValue } from '../shared/canonical-json.ts';

/** A JSON schema that the answer must follow. */
export type JsonSchema = { readonly [keyword: string]: JsonValue };

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question. Everything that could make a server load the model anew is the transport's own and never changes. */
export interface ModelQuestion {
  readonly model: string;
  readonly messages: readonly ModelMessage[];
  readonly schema: JsonSchema;
  /** Letters and underscores: what the schema is called where a server wants a name. */
  readonly schemaName: string;
  /** 0 to 1. */
  readonly temperature: number;
  readonly seed: number;
  /** The answer is cut there. */
  readonly maxAnswerTokens: number;
}

export interface ModelAnswer {
  readonly text: string;
  /** `length`: cut at its limit, so no whole answer. */
  readonly finish: 'stop' | 'length';
  readonly promptTokens: number;
  readonly answerTokens: number;
  /** 1 when a connection had to be opened for it, else 0. */
  readonly connections: number;
}

/** Asks models. Throws CONTEXT_EXCEEDED, MODEL_MISSING and the PROVIDER_* of the wire; an abort frees the server at once. */
export interface ModelTransport {
  ask(question: ModelQuestion, signal: AbortSignal): Promise<ModelAnswer>;
}
