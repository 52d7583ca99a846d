import { OllamaRefusal } from './ollama-refusal.ts';

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

const DEFAULT_MS = 300_000;

/**
 * Reads `keep_alive`: a number of seconds or a Go duration such as `10m` or `1h30m`; negative is for ever.
 *
 * @returns milliseconds, `Infinity` for ever
 * @throws OllamaRefusal with status 400 on a text without a unit and on another type
 */
export function parseKeepAlive(value: unknown): number {
  if (value === undefined || value === null) return DEFAULT_MS;
  if (typeof value === 'number') return value < 0 ? Number.POSITIVE_INFINITY : value * 1_000;
  if (typeof value !== 'string') throw new OllamaRefusal(400, `Unsupported type: '${typeof value}'`);
  const [, minus = '', text = ''] = /^([-+]?)(.*)$/.exec(value) ?? [];
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  if (text === '' || parts.map(([part]) => part).join('') !== text) {
    const problem = /^\d+$/.test(text) ? 'missing unit in' : 'invalid';
    throw new OllamaRefusal(400, `time: ${problem} duration ${JSON.stringify(value)}`);
  }
  if (minus === '-') return Number.POSITIVE_INFINITY;
  return parts.reduce((sumMs, [, count = '0', unit = 's']) => sumMs + Number(count) * (UNIT_MS.get(unit) ?? 0), 0);
}
