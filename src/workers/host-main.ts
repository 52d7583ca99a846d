import type { ErrorCode } from '../contract/error-codes.ts';
import { LectraError } from '../contract/errors.ts';
import { findSystemFailure } from '../platform/find-system-failure.ts';
import { type HostNews, hostStartSchema } from './host/host-messages.ts';
import { runHost } from './host/run-host.ts';

/** The background process of a data folder. Its client sends the configuration; stdout and stderr are its log. */
const drain = new AbortController();
const force = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) {
  process.on(name, () => (drain.signal.aborted ? force : drain).abort());
}
// Closing the terminal that started the host must not end it.
process.on('SIGHUP', () => undefined);
// The client that started the host may leave at any time.
process.on('disconnect', () => undefined);

process.once('message', (message) => {
  main(message).then(
    () => process.exit(0),
    (error: unknown) => {
      if (drain.signal.aborted && error === drain.signal.reason) process.exit(0);
      console.error(error);
      tell({ kind: 'failed', ...describeFailure(error) }, () => process.exit(1));
    },
  );
});
tell({ kind: 'listening' });

async function main(message: unknown): Promise<void> {
  const { config, version, cli } = hostStartSchema.parse(message);
  await runHost(
    {
      config,
      version,
      cli,
      // By now the service starts in its own process; loading the SDK takes as long as that.
      prepareWorkers: async (signal) => {
        const { prepareHostWorkers } = await import('./prepare-host-workers.ts');
        return prepareHostWorkers(config, (line) => console.log(line), signal);
      },
      log: (text) => console.log(`${new Date().toISOString()} ${text}`),
      onProgress: (text) => tell({ kind: 'progress', message: text }),
      onReady: () => tell({ kind: 'ready' }, leaveClient),
    },
    drain,
    force,
  );
}

function describeFailure(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (error instanceof LectraError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return findSystemFailure(error) ?? { code: 'SERVICE_UNAVAILABLE', message };
}

/** The client may be gone already, and with it the channel. */
function leaveClient(): void {
  if (process.connected) process.disconnect?.();
}

function tell(news: HostNews, then: () => void = () => undefined): void {
  if (process.connected && process.send !== undefined) process.send(news, then);
  else then();
}
