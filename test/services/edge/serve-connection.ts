import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { CallLedger } from '../call-ledger.ts';
import type { SpeedProfile } from '../speed-profile.ts';
import { assembleSpeech } from './assemble-speech.ts';
import type { EdgeFault } from './edge-faults.ts';
import { parseEdgeMessage } from './edge-messages.ts';
import type { BoundaryWish } from './plan-metadata.ts';
import { planSpeech } from './plan-speech.ts';
import { playTurn } from './play-turn.ts';
import { readSsml, type SpeechOrder } from './read-ssml.ts';
import type { SoundFinder } from './sound-finder.ts';
import type { BitrateKbit } from './word-sounds.ts';

const configSchema = z.object({
  context: z.object({
    synthesis: z.object({
      audio: z.object({
        metadataoptions: z.object({
          sentenceBoundaryEnabled: z.enum(['true', 'false']),
          wordBoundaryEnabled: z.enum(['true', 'false']),
        }),
        outputFormat: z.string(),
      }),
    }),
  }),
});

/** Formats that give sound here. WebM is left out; it plays the part of a format that gives none. */
const BITRATES: ReadonlyMap<string, BitrateKbit> = new Map([
  ['audio-24khz-48kbitrate-mono-mp3', 48],
  ['audio-24khz-96kbitrate-mono-mp3', 96],
]);

export interface ConnectionRig {
  readonly ledger: CallLedger;
  readonly speed: SpeedProfile['edge'];
  readonly secondTurn: 'served' | 'refused';
  readonly nextFault: () => EdgeFault | null;
  readonly nextCloseCode: () => 1006 | 1011;
  readonly findSounds: SoundFinder;
}

/** Serves one WebSocket connection. Its first turn plays `firstFault`, each later one the next of the script. */
export function serveConnection(socket: WebSocket, rig: ConnectionRig, firstFault: EdgeFault | null): void {
  const gone = new AbortController();
  let config: { readonly wish: BoundaryWish; readonly format: string } | null = null;
  let turns = 0;
  socket.on('error', () => socket.terminate());
  socket.on('close', () => gone.abort());
  socket.on('message', (data: RawData) => {
    const { headers, body } = parseEdgeMessage(data.toString());
    const path = headers.get('path');
    if (path === 'speech.config') config = readConfig(body);
    if (path === 'speech.config' && config !== null) return;
    const requestId = headers.get('x-requestid') ?? '';
    if (path !== 'ssml' || config === null || !/^[\da-f]{32}$/iu.test(requestId.replaceAll('-', ''))) {
      socket.close(1007, `Unexpected message ${path ?? 'without Path'}`);
      return;
    }
    turns += 1;
    if (turns > 1 && rig.secondTurn === 'refused') {
      socket.close(1011, 'One turn a connection');
      return;
    }
    const fault = turns === 1 ? firstFault : rig.nextFault();
    void speak({ socket, rig, requestId, ssml: body, fault, config, signal: gone.signal });
  });
}

function readConfig(body: string): { readonly wish: BoundaryWish; readonly format: string } | null {
  const parsed = configSchema.safeParse(parseJson(body));
  if (!parsed.success) return null;
  const { metadataoptions, outputFormat } = parsed.data.context.synthesis.audio;
  return {
    wish: {
      words: metadataoptions.wordBoundaryEnabled === 'true',
      sentences: metadataoptions.sentenceBoundaryEnabled === 'true',
    },
    format: outputFormat,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function speak(input: {
  readonly socket: WebSocket;
  readonly rig: ConnectionRig;
  readonly requestId: string;
  readonly ssml: string;
  readonly fault: EdgeFault | null;
  readonly config: { readonly wish: BoundaryWish; readonly format: string };
  readonly signal: AbortSignal;
}): Promise<void> {
  const { socket, rig, fault, config, signal } = input;
  const order = readSsml(input.ssml);
  if ('closeReason' in order) {
    rig.ledger.begin({ service: 'edge', operation: 'speak', about: order.closeReason }).end('answered');
    socket.close(1007, order.closeReason);
    return;
  }
  const call = rig.ledger.begin({ service: 'edge', operation: 'speak', about: describeOrder(order, config.format) });
  try {
    if (fault === 'reset' || fault?.startsWith('status-') === true) {
      // Too late for an HTTP status on an open connection: it breaks.
      socket.terminate();
    } else {
      const bitrateKbit = BITRATES.get(config.format);
      const plan = planSpeech(bitrateKbit === undefined ? '' : order.text, order.rateFactor);
      const sounds = await rig.findSounds(order.voice.fundamentalHz + order.pitchHz, bitrateKbit ?? 48);
      const { requestId } = input;
      const { speed } = rig;
      await playTurn({
        socket,
        requestId,
        plan,
        frames: assembleSpeech(plan, sounds),
        wish: config.wish,
        fault,
        speed,
        wait: (durationMs, abort) => wait(durationMs, undefined, { signal: abort }),
        signal,
        closeCode: fault === 'close-mid-audio' ? rig.nextCloseCode() : 1006,
      });
    }
    call.end(fault === null ? 'answered' : 'faulted', fault);
  } catch (error) {
    call.end(fault === null ? 'cut' : 'faulted', fault);
    // The client has left, or the stand-in is being stopped.
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.close(1011, 'The stand-in failed');
    throw error;
  }
}

/** Equal for equal orders: manner, format, hash and beginning of the text. */
function describeOrder(order: SpeechOrder, format: string): string {
  const hash = createHash('sha256').update(order.text).digest('hex').slice(0, 12);
  return `${order.manner} ${format} ${hash} ${order.text.slice(0, 40)}`;
}
