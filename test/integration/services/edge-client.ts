import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { SPEECH_PATH } from '../../services/edge/check-handshake.ts';
import { parseEdgeAudio, parseEdgeMessage } from '../../services/edge/edge-messages.ts';
import { createSecMsGec, TRUSTED_CLIENT_TOKEN } from '../../services/edge/sec-ms-gec.ts';

const metadataSchema = z.object({
  Metadata: z.array(
    z.object({
      Type: z.string(),
      Data: z.object({
        Offset: z.number(),
        Duration: z.number().optional(),
        text: z.object({ Text: z.string(), Length: z.number(), BoundaryType: z.string() }).optional(),
      }),
    }),
  ),
});

export interface Order {
  readonly ssml: string;
  readonly format?: string;
  readonly words?: boolean;
  readonly sentences?: boolean;
  /** How far this client's clock is wrong. */
  readonly skewMs?: number;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called at each binary message. */
  readonly onSound?: (socket: WebSocket) => void;
}

export type Boundary = z.infer<typeof metadataSchema>['Metadata'][number];

export type Heard =
  | { readonly kind: 'refused'; readonly status: number; readonly headers: IncomingMessage['headers'] }
  | { readonly kind: 'broken'; readonly code: string }
  | {
      readonly kind: 'closed' | 'ended';
      readonly paths: readonly string[];
      readonly sound: Buffer;
      readonly boundaries: readonly Boundary[];
      /** Of the close, when the turn did not end. */
      readonly code: number;
      readonly reason: string;
    };

/** An SSML document as clients send it. */
export function toSsml(text: string, options: { voice?: string; prosody?: string } = {}): string {
  const { voice = 'en-US-AriaNeural', prosody = "pitch='+0Hz' rate='+0%' volume='+0%'" } = options;
  return `<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='en-US'><voice name='${voice}'><prosody ${prosody}>${text}</prosody></voice></speak>`;
}

/** Opens a connection as the Edge browser does. */
export function openEdge(url: string, order: Omit<Order, 'ssml'> = {}): WebSocket {
  const query = new URLSearchParams({
    TrustedClientToken: TRUSTED_CLIENT_TOKEN,
    'Sec-MS-GEC': createSecMsGec(Date.now() + (order.skewMs ?? 0)),
    'Sec-MS-GEC-Version': '1-143.0.3650.96',
    ConnectionId: randomUUID().replaceAll('-', ''),
    ...order.query,
  });
  return new WebSocket(`${url}${SPEECH_PATH}?${query}`, {
    headers: {
      'User-Agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
      Origin: 'chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold',
      ...order.headers,
    },
  });
}

/** Speaks one turn and returns all that came back. */
export function hear(url: string, order: Order): Promise<Heard> {
  const socket = openEdge(url, order);
  const paths: string[] = [];
  const sounds: Buffer[] = [];
  const boundaries: Boundary[] = [];
  return new Promise((resolve) => {
    const finish = (kind: 'closed' | 'ended', code: number, reason: string): void => {
      resolve({ kind, paths, sound: Buffer.concat(sounds), boundaries, code, reason });
      socket.terminate();
    };
    socket.on('unexpected-response', (_, response) => {
      resolve({ kind: 'refused', status: response.statusCode ?? 0, headers: response.headers });
      response.destroy();
    });
    socket.on('error', (error) =>
      resolve({ kind: 'broken', code: 'code' in error ? String(error.code) : error.message }),
    );
    socket.on('close', (code, reason) => finish('closed', code, reason.toString()));
    socket.on('open', () => {
      socket.send(toConfig(order));
      socket.send(toSsmlMessage(order.ssml));
    });
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        const { headers, sound } = parseEdgeAudio(data);
        paths.push(sound.length > 0 && headers.has('content-type') ? 'audio' : 'last audio');
        sounds.push(sound);
        order.onSound?.(socket);
        return;
      }
      const { headers, body } = parseEdgeMessage(data.toString());
      const path = headers.get('path') ?? '';
      paths.push(path);
      if (path === 'audio.metadata') boundaries.push(...metadataSchema.parse(JSON.parse(body)).Metadata);
      if (path === 'turn.end') finish('ended', 0, '');
    });
  });
}

export function toConfig(order: Omit<Order, 'ssml'>): string {
  const audio = {
    metadataoptions: {
      sentenceBoundaryEnabled: String(order.sentences ?? false),
      wordBoundaryEnabled: String(order.words ?? true),
    },
    outputFormat: order.format ?? 'audio-24khz-48kbitrate-mono-mp3',
  };
  const body = JSON.stringify({ context: { synthesis: { audio } } });
  return `Content-Type:application/json; charset=utf-8\r\nPath:speech.config\r\n\r\n${body}`;
}

export function toSsmlMessage(ssml: string): string {
  const id = randomUUID().replaceAll('-', '');
  return `X-RequestId:${id}\r\nContent-Type:application/ssml+xml\r\nPath:ssml\r\n\r\n${ssml}`;
}
