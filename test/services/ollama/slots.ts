/** A slot of a loaded model, taken by one request. */
export interface TakenSlot {
  /** Characters at the front of the prompt that this slot had read before. */
  readonly cachedChars: number;
  /** Gives it back. Further calls do nothing. */
  readonly release: () => void;
}

/** The slots of a loaded model. */
export interface Slots {
  /**
   * Waits for a slot, first come, first served. The choice among free slots is the server's: the longest common front of the
   * prompt when it is more than a tenth of it, else the slot that was unused for longest.
   *
   * @throws the reason of the signal, which gives up the place in the queue
   */
  readonly take: (prompt: string, signal: AbortSignal) => Promise<TakenSlot>;
}

interface Slot {
  lastPrompt: string;
  lastUse: number;
}

/** Creates `count` free slots. */
export function createSlots(count: number): Slots {
  const free: Slot[] = Array.from({ length: count }, () => ({ lastPrompt: '', lastUse: 0 }));
  const queue: (() => void)[] = [];
  let uses = 0;

  const choose = (prompt: string): { slot: Slot; cachedChars: number } | null => {
    const oldest = [...free].sort((one, other) => one.lastUse - other.lastUse)[0];
    if (oldest === undefined) return null;
    let slot = oldest;
    let cachedChars = 0;
    for (const candidate of free) {
      const common = commonFront(candidate.lastPrompt, prompt);
      if (common <= cachedChars || common <= prompt.length / 10) continue;
      slot = candidate;
      cachedChars = common;
    }
    free.splice(free.indexOf(slot), 1);
    return { slot, cachedChars };
  };

  return {
    take: async (prompt, signal) => {
      signal.throwIfAborted();
      let chosen = queue.length > 0 ? null : choose(prompt);
      while (chosen === null) {
        await waitTurn(queue, signal);
        chosen = choose(prompt);
      }
      const { slot, cachedChars } = chosen;
      let isTaken = true;
      return {
        cachedChars,
        release: () => {
          if (!isTaken) return;
          isTaken = false;
          uses += 1;
          slot.lastPrompt = prompt;
          slot.lastUse = uses;
          free.push(slot);
          queue.shift()?.();
        },
      };
    },
  };
}

function waitTurn(queue: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      queue.splice(queue.indexOf(enter), 1);
      reject(signal.reason);
    };
    const enter = () => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    queue.push(enter);
    signal.addEventListener('abort', leave, { once: true });
  });
}

function commonFront(one: string, other: string): number {
  const longest = Math.min(one.length, other.length);
  let length = 0;
  while (length < longest && one[length] === other[length]) length += 1;
  return length;
}
