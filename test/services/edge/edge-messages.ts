const HEADER_END = '\r\n\r\n';

/** A text message of either side: lines `Name:value`, a blank line, the body. */
export interface EdgeMessage {
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Parses a text message. One without a blank line is all headers. */
export function parseEdgeMessage(message: string): EdgeMessage {
  const end = message.indexOf(HEADER_END);
  const head = end === -1 ? message : message.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === -1 ? '' : message.slice(end + HEADER_END.length) };
}

/** Serializes a text message of the service. */
export function serializeEdgeMessage(path: string, requestId: string, body: object): string {
  const head = [`X-RequestId:${requestId}`, 'Content-Type:application/json; charset=utf-8', `Path:${path}`];
  return `${head.join('\r\n')}${HEADER_END}${JSON.stringify(body, null, 2)}`;
}

/**
 * Serializes a binary message: two bytes big-endian length of the headers, the headers, the sound.
 * The last one of a turn has no Content-Type and no sound.
 */
export function serializeEdgeAudio(requestId: string, streamId: string, sound: Uint8Array): Buffer {
  const head = Buffer.from(
    [
      `X-RequestId:${requestId}`,
      ...(sound.length > 0 ? ['Content-Type:audio/mpeg'] : []),
      `X-StreamId:${streamId}`,
      'Path:audio',
      '',
    ].join('\r\n'),
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(head.length);
  return Buffer.concat([length, head, sound]);
}

/** Parses a binary message of the service. */
export function parseEdgeAudio(message: Uint8Array): {
  readonly headers: ReadonlyMap<string, string>;
  readonly sound: Buffer;
} {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const end = 2 + bytes.readUInt16BE(0);
  return { headers: parseEdgeMessage(bytes.toString('utf8', 2, end)).headers, sound: bytes.subarray(end) };
}
