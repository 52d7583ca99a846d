/** A call to an outside model or service, as far as its errors speak of it. */
export interface ProviderCall {
  /** How people call it, such as "Ollama". */
  readonly provider: string;
  readonly url: URL;
  /** The model or voice that was asked for; a 404 then says that it is missing. Default: none. */
  readonly model?: string;
  /** Keys that were sent along; they appear in no error. What the URL itself holds is hidden without that. */
  readonly secrets?: readonly string[];
  /** Milliseconds since the epoch, for a wait that ends on a date. */
  readonly now: () => number;
}

/** Returns "Ollama at localhost:11434": neither path nor query, where a key may stand. */
export function describeProvider({ provider, url }: ProviderCall): string {
  return `${provider} at ${url.host}`;
}
