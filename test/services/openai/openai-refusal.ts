/** A request that the server answers with an HTTP error, as vLLM writes it. */
export class OpenAiRefusal extends Error {
  override readonly name = 'OpenAiRefusal';
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, type: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.headers = headers;
  }
}
