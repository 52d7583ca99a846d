const TICK_MS = 100;
/** Beats come each 0.5 s and are sent each second, so of a heartbeat timeout of 2 s so much is left. */
const STARVED_MS = 500;

/**
 * Calls back whenever this process got no processor for half a second, though it wanted one: then a heartbeat may be late
 * and its step is given away, with nobody at fault. Code that keeps the processor to itself that long does not count.
 * Returns how to end the watch, which keeps no process on.
 */
export function watchStarvation(onStarved: () => void): () => void {
  let lastMs = performance.now();
  let lastUsage = process.cpuUsage();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const lateMs = nowMs - lastMs - TICK_MS;
    const { system, user } = process.cpuUsage(lastUsage);
    const workedMs = (system + user) / 1000;
    lastMs = nowMs;
    lastUsage = process.cpuUsage();
    if (lateMs > STARVED_MS && workedMs < lateMs / 2) onStarved();
  }, TICK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
