/** An answer before any fault has touched it. */
export interface Reply {
  readonly status: number;
  /** Without Content-Length, which follows from the body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Returns an answer in JSON. */
export function toJsonReply(status: number, value: object, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** Returns an answer in plain words. */
export function toTextReply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = new TextEncoder().encode(text);
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body };
}
