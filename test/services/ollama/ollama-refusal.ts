/** A request that Ollama answers with an HTTP error. The message is its `error` field. */
export class OllamaRefusal extends Error {
  override readonly name = 'OllamaRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
