/** An answer of the server that is not what was asked for: no success, or a success of another kind than JSON. */
export class OllamaRefusal extends Error {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: string;

  constructor(status: number, headers: Pick<Headers, 'get'>, body: string) {
    super(`HTTP ${status}`);
    this.name = 'OllamaRefusal';
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** What the server says in its own form, `{"error": "…"}`; null for anything else. */
  get said(): string | null {
    try {
      const value: unknown = JSON.parse(this.body);
      if (typeof value !== 'object' || value === null || !('error' in value)) return null;
      return typeof value.error === 'string' ? value.error : null;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
}
