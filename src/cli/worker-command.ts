import { type Command, Option } from 'commander';
import type { Config } from '../config/config.ts';
import { prepareDataDir } from '../config/prepare-data-dir.ts';
import { roleQueue, WORKER_ROLES, type WorkerRole, workflowQueue } from '../contract/queues.ts';
import { connectTemporal } from '../temporal/connect.ts';
import type { TemporalTarget } from '../temporal/temporal-target.ts';
import { ensureHost } from '../workers/ensure-host.ts';
import type { RunningWorkers } from '../workers/running-workers.ts';
import type { CliContext } from './cli-context.ts';

/** Adds `worker`: one role in the foreground, for the machines of a cluster. */
export function addWorkerCommand(program: Command, context: CliContext): void {
  program
    .command('worker')
    .description('run one kind of worker in the foreground; Ctrl-C drains it, a second one forces')
    .addOption(new Option('--role <role>', 'what it works on').choices(WORKER_ROLES).makeOptionMandatory())
    .action(({ role }: { readonly role: WorkerRole }) => runWorker(role, context));
}

async function runWorker(role: WorkerRole, context: CliContext): Promise<void> {
  const { config, signal, forceSignal } = context;
  const say = (message: string) => void context.stderr.write(`${message}\n`);
  await prepareDataDir(config.dataDir);
  await using cleanup = new AsyncDisposableStack();
  const target = await findService(config, say, signal, cleanup);
  const workers = await startRole(role, config, target, say, signal);
  say(`Working on ${roleQueue(workflowQueue(config.queuePrefix), role)} at ${target.address}. Ctrl-C ends it.`);
  const drain = () => {
    say('Finishing what is running, for at most ten seconds. Ctrl-C again leaves at once.');
    workers.drain();
  };
  if (signal.aborted) drain();
  else signal.addEventListener('abort', drain, { once: true });
  const forced = new Promise<void>((resolve) => {
    forceSignal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([workers.ended, forced]);
}

/** The service that the user gives, which has to answer; else the embedded one, held while the worker runs. */
async function findService(
  config: Config,
  say: (message: string) => void,
  signal: AbortSignal,
  cleanup: AsyncDisposableStack,
): Promise<TemporalTarget> {
  if (config.temporal.kind === 'embedded') {
    return cleanup.use(await ensureHost(config, { onProgress: say }, signal)).target;
  }
  const target = { ...config.temporal, uiUrl: null };
  await using _connection = await connectTemporal(target, signal);
  return target;
}

/** The SDK takes a second to load: commands that only ask do not load it. */
async function startRole(
  role: WorkerRole,
  config: Config,
  target: TemporalTarget,
  say: (message: string) => void,
  signal: AbortSignal,
): Promise<RunningWorkers> {
  const [{ installRuntime }, { startWorkers }, { createActivityDeps }] = await Promise.all([
    import('../workers/install-runtime.ts'),
    import('../workers/start-workers.ts'),
    import('../workers/create-activity-deps.ts'),
  ]);
  installRuntime(say, 'WARN');
  return startWorkers({ config, target, roles: [role], createActivityDeps }, signal);
}
