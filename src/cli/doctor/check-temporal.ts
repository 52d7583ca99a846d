import type { Client } from '@temporalio/client';
import type { Config } from '../../config/config.ts';
import { LectraError } from '../../contract/errors.ts';
import { queuesOfRole, roleQueue, WORKER_ROLES, type WorkerRole, workflowQueue } from '../../contract/queues.ts';
import { findProgram } from '../../platform/find-program.ts';
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts';
import { findTemporalCli } from '../../temporal/find-temporal-cli.ts';
import { readPollers } from '../../temporal/read-pollers.ts';
import type { TemporalTarget } from '../../temporal/temporal-target.ts';
import { readHostStatus } from '../../workers/read-host-status.ts';
import { type DoctorRow, okRow } from './doctor-row.ts';

/** Looks at the Temporal CLI, the service and who works for it. Starts nothing. */
export async function checkTemporal(config: Config, signal: AbortSignal): Promise<readonly DoctorRow[]> {
  const cliRow = await checkCli(config, signal);
  const target = await findRunningService(config, signal);
  if (target === null) return [cliRow, okRow('Service', 'not running; the next command starts it')];
  try {
    await using connection = await connectTemporal(target, signal);
    const page = target.uiUrl === null ? '' : `, Web UI ${target.uiUrl}`;
    const serviceRow = okRow('Service', `${target.address}, namespace ${target.namespace}${page}`);
    return [cliRow, serviceRow, ...(await checkWorkers(config, connection, signal))];
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    const mend = config.temporal.kind === 'remote' ? 'Start it, or give another --address' : 'lectra down --force';
    return [
      cliRow,
      { name: 'Service', state: 'missing', found: error.message, needed: 'a service that answers', mend },
    ];
  }
}

async function checkCli(config: Config, signal: AbortSignal): Promise<DoctorRow> {
  const { dataDir, searchPath, temporalCli: configuredPath } = config;
  const name = 'Temporal CLI';
  try {
    const cli = await findTemporalCli({ configuredPath, searchPath, dataDir }, signal);
    if (cli !== null) return okRow(name, `${cli.version} (server ${cli.serverVersion}) at ${cli.path}`);
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    return { name, state: 'missing', found: error.message, needed: '1.8', mend: 'unset LECTRA_TEMPORAL_CLI' };
  }
  if (config.temporal.kind === 'remote') return okRow(name, 'none; not needed for a service of your own');
  const goPath = await findProgram('go', searchPath);
  const way = goPath === null ? 'the first run downloads it' : 'the first run downloads it, or builds it with Go';
  return { name, state: 'warning', found: `none yet: ${way}`, needed: '1.8', mend: 'lectra up' };
}

async function findRunningService(config: Config, signal: AbortSignal): Promise<TemporalTarget | null> {
  if (config.temporal.kind === 'remote') return { ...config.temporal, uiUrl: null };
  const host = await readHostStatus(config.dataDir, signal);
  return host && { address: host.address, namespace: host.namespace, uiUrl: host.uiUrl, profileToml: null };
}

function checkWorkers(
  config: Config,
  { client }: TemporalConnection,
  signal: AbortSignal,
): Promise<readonly DoctorRow[]> {
  return Promise.all(WORKER_ROLES.map((role) => checkRole(client, workflowQueue(config.queuePrefix), role, signal)));
}

/** Workflows are polled for by the workflow role alone, activities by the others: https://docs.temporal.io/task-queue. */
async function checkRole(
  client: Client,
  workflowTaskQueue: string,
  role: WorkerRole,
  signal: AbortSignal,
): Promise<DoctorRow> {
  const name = `Worker ${role}`;
  const queue = roleQueue(workflowTaskQueue, role);
  const kind = role === 'workflow' ? 'workflow' : 'activity';
  const queues = queuesOfRole(workflowTaskQueue, role);
  const pollers = await Promise.all(queues.map((one) => readPollers(client, { kind, name: one }, signal)));
  const identities = new Set(pollers.flat().map(({ identity }) => identity));
  if (identities.size > 0) return okRow(name, `${queue}: ${[...identities].join(', ')}`);
  const mend = `lectra worker --role ${role}`;
  return { name, state: 'warning', found: `nobody polls ${queue}`, needed: 'one worker', mend };
}
