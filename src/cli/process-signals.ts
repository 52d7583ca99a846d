/** Closer together than a person can press: one Ctrl-C that came twice, from the terminal and from the parent process. */
const SAME_PRESS_MS = 200;

/** Two degrees of being asked to stop. */
export interface ProcessSignals {
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborted by the second one. */
  readonly forceSignal: AbortSignal;
}

interface SignalSource {
  on(name: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/** Turns Ctrl-C and SIGTERM into two abort signals: the first asks to end in order, the second to leave at once. */
export function listenToSignals(source: SignalSource, nowMs: () => number): ProcessSignals {
  const first = new AbortController();
  const second = new AbortController();
  let pressedAtMs = Number.NEGATIVE_INFINITY;
  const press = () => {
    const isSamePress = nowMs() - pressedAtMs < SAME_PRESS_MS;
    pressedAtMs = nowMs();
    if (isSamePress) return;
    if (first.signal.aborted) second.abort();
    else first.abort();
  };
  source.on('SIGINT', press);
  source.on('SIGTERM', press);
  return { signal: first.signal, forceSignal: second.signal };
}
