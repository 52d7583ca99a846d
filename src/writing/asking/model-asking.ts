import type { ModelTransport } from '../model-transport.ts';

/** Whom the questions of a writer go to. */
export interface ModelAsking {
  /** Stands in outlines: "ollama". */
  readonly id: string;
  /** For errors: "Ollama". */
  readonly name: string;
  readonly transport: ModelTransport;
  /** Prompt and answer together. */
  readonly contextTokens: number;
}

/** Returns the model of a brief. A run names it before it writes: probes choose it. */
export function modelOf({ model }: { readonly model: string | null }): string {
  if (model === null) throw new TypeError('A writer with a model was asked without one.');
  return model;
}
