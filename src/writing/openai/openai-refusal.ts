/** What an OpenAI-compatible server says went wrong, by a status or within a stream. */
export class OpenAiRefusal extends Error {
  /** 200 within a stream. */
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: string;

  constructor(status: number, headers: Pick<Headers, 'get'>, body: string) {
    super(`HTTP ${status}`);
    this.name = 'OpenAiRefusal';
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}
