const TICK_MS = 100;
/** Beats come each 0.5 s and are sent each second, so of a heartbeat timeout of 2 s so much is left. */
const STARVED_MS = 500;

/**
 * Calls back whenever this process was late by half a second more than it worked: it wanted a processor and got none, so
 * a heartbeat may be late and its step be given away, with nobody at fault. Code that blocks for long does not count.
 * It gets how long ago that began. Returns how to end the watch, which keeps no process on.
 */
export function watchStarvation(onStarved: (lateMs: number) => void): () => void {
  let lastMs = performance.now();
  let lastUsage = process.cpuUsage();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const lateMs = nowMs - lastMs - TICK_MS;
    const { system, user } = process.cpuUsage(lastUsage);
    const workedMs = (system + user) / 1000;
    lastMs = nowMs;
    lastUsage = process.cpuUsage();
    if (lateMs - workedMs > STARVED_MS) onStarved(lateMs);
  }, TICK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
