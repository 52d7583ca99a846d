import { DefaultLogger, type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Three of four roles run no workflows on purpose. */
const EXPECTED_WARNING = 'No workflows registered';

/**
 * Sets the Temporal SDK up, once for the process and before any worker: its words go to `writeLine`, never to the
 * terminal, and it handles no signals, as draining is the caller's.
 */
export function installRuntime(writeLine: (line: string) => void, level: LogLevel = 'INFO'): void {
  const logger = new DefaultLogger(level, ({ level, message, meta, timestampNanos }) => {
    if (message.startsWith(EXPECTED_WARNING)) return;
    const time = new Date(Number(timestampNanos / 1_000_000n)).toISOString();
    writeLine(`${time} ${level} ${message}${meta === undefined ? '' : ` ${toJson(meta)}`}`);
  });
  Runtime.install({
    logger,
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} } },
  });
}

/** An error has no properties of its own that JSON would show. */
function toJson(meta: object): string {
  return JSON.stringify(meta, (_key, value: unknown) => {
    if (value instanceof Error) return value.stack ?? value.message;
    return typeof value === 'bigint' ? String(value) : value;
  });
}
