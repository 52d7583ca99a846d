import type { ServiceClock } from '../service-clock.ts';
import type { SpeedProfile } from '../speed-profile.ts';

/** Tokens are sent in steps of about this length. */
const STEP_MS = 20;

/** The speed of writing, which all streams of a server share. */
export interface DecodePace {
  /**
   * Waits for the tokens of one stream and gives how many are ready after each wait, until `tokenCount` are.
   *
   * @throws the reason of the signal
   */
  readonly write: (tokenCount: number, signal: AbortSignal) => AsyncGenerator<number, void>;
}

/** Creates the pace of one server. */
export function createDecodePace(speed: SpeedProfile['ollama'], clock: ServiceClock): DecodePace {
  let streams = 0;
  return {
    write: async function* (tokenCount, signal) {
      streams += 1;
      try {
        // Times add up from the start, so that a late timer makes the next wait shorter.
        let dueMs = clock.nowMs();
        for (let left = tokenCount; left > 0; ) {
          const perMs = Math.min(speed.aloneTokensPerSecond, speed.togetherTokensPerSecond / streams) / 1_000;
          const step = Math.min(left, Math.max(1, Math.round(perMs * STEP_MS)));
          dueMs += step / perMs;
          await clock.sleep(dueMs - clock.nowMs(), signal);
          left -= step;
          yield step;
        }
      } finally {
        streams -= 1;
      }
    },
  };
}
