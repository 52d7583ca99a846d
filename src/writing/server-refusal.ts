/** More than any server says of itself; somebody else's address may answer without end. */
const MOST_BYTES = 65_536;

/** An answer of a model server that is not what was asked for: no success, a success of another kind, an error in a stream. */
export class ServerRefusal extends Error {
  /** 200 within a stream. */
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: string;

  constructor(status: number, headers: Pick<Headers, 'get'>, body: string) {
    super(`HTTP ${status}`);
    this.name = 'ServerRefusal';
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** What of a response is read for a refusal. */
export interface RefusingResponse {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Returns the refusal that a response is, with at most its first 64 KiB; the rest is left unread and its connection closed. */
export async function readRefusal({ body, headers, status }: RefusingResponse): Promise<ServerRefusal> {
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk.subarray(0, MOST_BYTES - sizeBytes), { stream: true });
    sizeBytes += chunk.length;
    if (sizeBytes >= MOST_BYTES) break;
  }
  return new ServerRefusal(status, headers, text + decoder.decode());
}
