import type { Command } from 'commander';
import { ensureHost } from '../workers/ensure-host.ts';
import type { HostInfo } from '../workers/host-lease.ts';
import { keepHost } from '../workers/read-host-status.ts';
import type { CliContext } from './cli-context.ts';
import { createRunDisplay } from './run-display.ts';

/** Adds `up`: the host stays on, with or without a client, until `down`. */
export function addUpCommand(program: Command, context: CliContext): void {
  program
    .command('up')
    .description('start Temporal and the workers and keep them on until `lectra down`')
    .option('--json', 'print one JSON object on stdout')
    .action(async (options: { readonly json?: boolean }) => {
      const host = await startAndKeep(context);
      context.stdout.write(options.json ? `${JSON.stringify(host)}\n` : formatHost(host));
    });
}

async function startAndKeep(context: CliContext): Promise<HostInfo> {
  using display = createRunDisplay(context);
  await using lease = await ensureHost(context.config, { onProgress: display.say }, context.signal);
  await keepHost(context.config.dataDir, context.signal);
  const { pid, address, namespace, uiUrl, taskQueue, outputDir, version, startedAt } = lease;
  return { pid, address, namespace, uiUrl, taskQueue, outputDir, version, startedAt };
}

function formatHost(host: HostInfo): string {
  return [
    'Lectra is up.',
    `  Temporal  ${host.address}, namespace ${host.namespace}`,
    ...(host.uiUrl === null ? [] : [`  Web UI    ${host.uiUrl}`]),
    `  Queue     ${host.taskQueue}`,
    `  Output    ${host.outputDir}`,
    '`lectra down` ends it.',
    '',
  ].join('\n');
}
