export interface ServerEnvironmentInput {
  /** Of this process: where its home and its models are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly slots: number;
}

/** Returns the environment of a started Ollama: this process's own without the settings of Lectra, one of which is a key. */
export function serverEnvironment({ env, slots, url }: ServerEnvironmentInput): Record<string, string | undefined> {
  const inherited = Object.entries(env).filter(([name]) => !name.startsWith('LECTRA_'));
  return { ...Object.fromEntries(inherited), OLLAMA_HOST: url.host, OLLAMA_NUM_PARALLEL: String(slots) };
}
