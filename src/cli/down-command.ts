import type { Command } from 'commander';
import { readHostStatus } from '../workers/read-host-status.ts';
import { stopHost } from '../workers/stop-host.ts';
import type { CliContext } from './cli-context.ts';
import { createRunDisplay } from './run-display.ts';

interface DownOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Adds `down`: drains the host and ends it. */
export function addDownCommand(program: Command, context: CliContext): void {
  program
    .command('down')
    .description('end Temporal and the workers; running steps get ten seconds, open runs go on at the next start')
    .option('--force', 'end running steps at once')
    .option('--json', 'print one JSON object on stdout')
    .action(async (options: DownOptions) => {
      const { wasRunning, openRuns } = await bringDown(options, context);
      context.stdout.write(
        options.json ? `${JSON.stringify({ wasRunning, openRuns })}\n` : `${formatEnd(wasRunning, openRuns)}\n`,
      );
    });
}

async function bringDown({ force = false }: DownOptions, context: CliContext) {
  using display = createRunDisplay(context);
  const { dataDir } = context.config;
  const host = await readHostStatus(dataDir, context.signal);
  const wasRunning = await stopHost({ dataDir, force, onProgress: display.say }, context.signal);
  return { wasRunning, openRuns: host?.openRuns ?? 0 };
}

function formatEnd(wasRunning: boolean, openRuns: number): string {
  if (!wasRunning) return 'Lectra was not running.';
  if (openRuns === 0) return 'Lectra is down.';
  return `Lectra is down. ${openRuns === 1 ? 'One open run goes' : `${openRuns} open runs go`} on at the next start.`;
}
