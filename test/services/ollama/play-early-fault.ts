import type { ServerResponse } from 'node:http';
import type { ServiceClock } from '../service-clock.ts';
import type { OllamaFault } from './ollama-fault.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import type { OllamaOperation } from './ollama-route.ts';
import { resetConnection } from './reset-connection.ts';

/** A call before any work was done for it. */
export interface FreshCall {
  readonly operation: OllamaOperation;
  readonly body: Record<string, unknown>;
  readonly response: ServerResponse;
  /** Aborts when the client leaves. */
  readonly left: AbortSignal;
}

/**
 * Plays the faults that come before any work.
 *
 * @returns whether the call is over
 * @throws OllamaRefusal for a fault that is a status
 * @throws the reason of the signal
 */
export async function playEarlyFault(
  fault: OllamaFault | null,
  { operation, body, response, left }: FreshCall,
  clock: ServiceClock,
  slowFirstTokenMs: number,
): Promise<boolean> {
  const hasText = operation === 'chat' || operation === 'generate';
  switch (fault) {
    case 'status-500':
      throw new OllamaRefusal(500, 'llama runner process has terminated: exit status 2');
    case 'status-503':
      throw new OllamaRefusal(503, 'server busy, please try again.  maximum pending requests exceeded');
    case 'model-swapped':
      throw new OllamaRefusal(404, `model '${String(body.model ?? '')}' not found`);
    case 'never-answers':
      await new Promise((_, reject) => left.addEventListener('abort', () => reject(left.reason), { once: true }));
      return true;
    case 'connection-reset':
    case 'cut-stream':
      if (hasText) return false;
      await resetConnection(response);
      return true;
    case 'slow-first-token':
      if (!hasText) await clock.sleep(slowFirstTokenMs, left);
      return false;
    default:
      return false;
  }
}
