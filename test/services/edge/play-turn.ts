import { createHash } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { SpeedProfile } from '../speed-profile.ts';
import type { EdgeFault } from './edge-faults.ts';
import { serializeEdgeAudio, serializeEdgeMessage } from './edge-messages.ts';
import { type BoundaryWish, planMetadata, toSessionEnd } from './plan-metadata.ts';
import { FRAME_MS, type SpeechPlan } from './plan-speech.ts';

/** Frames of one binary message: 720 bytes at 48 kbit/s. */
const MESSAGE_FRAMES = 5;
/** Messages that go out together; a timer for each would cost more than it shows. */
const MESSAGES_PER_WAIT = 5;

export interface Turn {
  readonly socket: WebSocket;
  readonly requestId: string;
  readonly plan: SpeechPlan;
  readonly frames: readonly Uint8Array[];
  readonly wish: BoundaryWish;
  readonly fault: EdgeFault | null;
  readonly speed: SpeedProfile['edge'];
  /** Waits; rejects when the signal aborts. */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<unknown>;
  /** Aborts when the client has left. */
  readonly signal: AbortSignal;
  /** Code with which `close-mid-audio` ends; 1006 is no close at all. */
  readonly closeCode: 1006 | 1011;
}

/**
 * Plays one turn: turn.start, response, sound and boundaries side by side, an empty last sound, turn.end; or the fault.
 * Rejects with the reason of the signal when the client leaves.
 */
export async function playTurn(turn: Turn): Promise<void> {
  const { socket, requestId, plan, fault, signal } = turn;
  const wish = fault === 'no-word-boundaries' ? { words: false, sentences: false } : turn.wish;
  const tag = createHash('sha256').update(requestId).digest('hex').slice(0, 32);
  const sendText = (path: string, body: object): void => socket.send(serializeEdgeMessage(path, requestId, body));
  if (fault === 'silent-hang') return waitForAbort(signal);

  sendText('turn.start', { context: { serviceTag: tag } });
  sendText('response', { context: { serviceTag: tag }, audio: { type: 'inline', streamId: tag.toUpperCase() } });
  if (fault !== 'no-audio') {
    const isCutShort = fault === 'truncated-audio' || fault === 'close-mid-audio';
    const frames = isCutShort ? turn.frames.slice(0, Math.floor(turn.frames.length / 2)) : turn.frames;
    await sendSound({ ...turn, frames, wish }, tag, sendText);
    if (fault === 'close-mid-audio') {
      if (turn.closeCode === 1006) socket.terminate();
      else socket.close(turn.closeCode, 'Internal server error');
      return;
    }
    if (plan.totalFrames > 0) {
      if (wish.words || wish.sentences) sendText('audio.metadata', { Metadata: [toSessionEnd(plan)] });
      socket.send(serializeEdgeAudio(requestId, tag.toUpperCase(), new Uint8Array()));
    }
  }
  sendText('turn.end', {});
}

async function sendSound(turn: Turn, tag: string, sendText: (path: string, body: object) => void): Promise<void> {
  const { socket, requestId, frames, speed } = turn;
  const entries = planMetadata(turn.plan, turn.wish);
  const startedAtMs = performance.now();
  let told = 0;
  for (let first = 0; first < frames.length; first += MESSAGE_FRAMES) {
    if ((first / MESSAGE_FRAMES) % MESSAGES_PER_WAIT === 0) {
      const dueMs = startedAtMs + speed.firstByteMs + (first * FRAME_MS) / speed.timesRealTime;
      const waitMs = dueMs - performance.now();
      if (waitMs > 0) await turn.wait(waitMs, turn.signal);
    }
    turn.signal.throwIfAborted();
    const end = Math.min(frames.length, first + MESSAGE_FRAMES);
    let next = told;
    while ((entries[next]?.frame ?? Number.POSITIVE_INFINITY) < end) next += 1;
    if (next > told) {
      sendText('audio.metadata', { Metadata: entries.slice(told, next).map(({ entry }) => entry) });
    }
    told = next;
    socket.send(serializeEdgeAudio(requestId, tag.toUpperCase(), Buffer.concat(frames.slice(first, end))));
  }
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
