import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { ProviderCall } from '../../../src/platform/provider-call.ts';
import { providerOutputError } from '../../../src/platform/provider-output-error.ts';
import { refusalOf } from './call-provider.ts';
import {
  EDGE_HEADERS,
  edgeId,
  edgeQuery,
  parseBinaryMessage,
  parseTextMessage,
  type SsmlInput,
  speechConfigMessage,
  ssmlMessage,
  unescapeXml,
} from './edge-messages.ts';
import { parseJson } from './parse-json.ts';

const SERVICE_PATH = '/consumer/speech/synthesize/readaloud/edge/v1';

/** What one request brought: MP3 and the words, in ticks of 100 ns. */
export interface SocketSpeech {
  readonly mp3: Uint8Array;
  readonly words: readonly { readonly text: string; readonly startTicks: number; readonly durationTicks: number }[];
}

const metadataSchema = z.object({
  Metadata: z.array(
    z.object({
      Type: z.string(),
      Data: z
        .object({ Offset: z.number(), Duration: z.number(), text: z.object({ Text: z.string() }) })
        .partial()
        .optional(),
    }),
  ),
});

/**
 * Asks the read-aloud service at the URL of `call` (ws://host:port) for one text over a connection of its own, which is closed when this
 * settles. Throws PROVIDER_BAD_OUTPUT for an end before `turn.end`, what the wire throws, and `signal.reason`.
 */
export async function speakOverSocket(
  call: ProviderCall,
  input: SsmlInput,
  signal: AbortSignal,
): Promise<SocketSpeech> {
  signal.throwIfAborted();
  const socket = new WebSocket(`${call.url.origin}${SERVICE_PATH}?${edgeQuery(Date.now())}&ConnectionId=${edgeId()}`, {
    headers: EDGE_HEADERS,
  });
  const sound: Buffer[] = [];
  const words: SocketSpeech['words'][number][] = [];
  try {
    return await new Promise<SocketSpeech>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      socket.on('error', reject);
      socket.on('unexpected-response', (_request, response) => void refusalOf(call, toResponse(response)).then(reject));
      socket.on('open', () => {
        socket.send(speechConfigMessage());
        socket.send(ssmlMessage(edgeId(), input));
      });
      socket.on('close', (code, reason) =>
        reject(
          providerOutputError(call, `closed the connection with the code ${code} ${reason.toString('utf8')}`.trim()),
        ),
      );
      socket.on('message', (data: Buffer, isBinary) => {
        if (isBinary) {
          sound.push(parseBinaryMessage(data).body);
          return;
        }
        const { path, body } = parseTextMessage(data.toString('utf8'));
        if (path === 'turn.end') resolve({ mp3: Buffer.concat(sound), words });
        if (path !== 'audio.metadata') return;
        const found = parseWords(body);
        if (found === null) reject(providerOutputError(call, 'with word times that cannot be read'));
        else words.push(...found);
      });
    });
  } finally {
    socket.removeAllListeners('close');
    socket.on('error', () => undefined);
    socket.terminate();
  }
}

function parseWords(body: string): SocketSpeech['words'] | null {
  const message = metadataSchema.safeParse(parseJson(body));
  if (!message.success) return null;
  return message.data.Metadata.flatMap(({ Type, Data }) =>
    Type === 'WordBoundary' && Data?.text !== undefined && Data.Offset !== undefined && Data.Duration !== undefined
      ? [{ text: unescapeXml(Data.text.Text), startTicks: Data.Offset, durationTicks: Data.Duration }]
      : [],
  );
}

/** The answer to a refused upgrade, as fetch would give it. */
function toResponse({ statusCode = 502, headers }: IncomingMessage): Response {
  const known = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  return new Response(null, { status: statusCode, headers: known });
}
