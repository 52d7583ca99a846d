/**
 * Returns when a process started, in clock ticks since the boot, from its `/proc/PID/stat`; null for one that has ended and
 * waits for its parent. The first thread of a killed process is a zombie as soon as it is through, while the others may
 * still hold the files, locks and ports of all. Fields: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html.
 */
export function parseProcStat(stat: string): string | null {
  // The name in parentheses may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): string | undefined => fields[number - 3];
  const [state, threads, ticks] = [field(3), Number(field(20)), field(22)];
  if (state === 'X' || (state === 'Z' && threads <= 1)) return null;
  return ticks ?? null;
}
