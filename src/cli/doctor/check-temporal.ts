import type { Config } from '../../config/config.ts';
import { LectraError } from '../../contract/errors.ts';
import { roleQueue, WORKER_ROLES, workflowQueue } from '../../contract/queues.ts';
import { findProgram } from '../../platform/find-program.ts';
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts';
import { findTemporalCli } from '../../temporal/find-temporal-cli.ts';
import type { TemporalTarget } from '../../temporal/temporal-target.ts';
import { readHostStatus } from '../../workers/read-host-status.ts';
import { type DoctorRow, okRow } from './doctor-row.ts';

/** https://docs.temporal.io/task-queue: the workflow role polls for workflow tasks, the others for activities. */
const TASK_QUEUE_TYPE = { workflow: 1, activity: 2 } as const;

/** Looks at the Temporal CLI, the service and who works for it. Starts nothing. */
export async function checkTemporal(config: Config, signal: AbortSignal): Promise<readonly DoctorRow[]> {
  const cliRow = await checkCli(config, signal);
  const target = await findRunningService(config, signal);
  if (target === null) return [cliRow, okRow('Service', 'not running; the next command starts it')];
  try {
    await using connection = await connectTemporal(target, signal);
    const page = target.uiUrl === null ? '' : `, Web UI ${target.uiUrl}`;
    const serviceRow = okRow('Service', `${target.address}, namespace ${target.namespace}${page}`);
    return [cliRow, serviceRow, ...(await checkWorkers(config, connection))];
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

async function checkWorkers(config: Config, { client, namespace }: TemporalConnection): Promise<readonly DoctorRow[]> {
  const rows: DoctorRow[] = [];
  for (const role of WORKER_ROLES) {
    const queue = roleQueue(workflowQueue(config.queuePrefix), role);
    const { pollers } = await client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: queue },
      taskQueueType: role === 'workflow' ? TASK_QUEUE_TYPE.workflow : TASK_QUEUE_TYPE.activity,
    });
    const name = `Worker ${role}`;
    const identities = (pollers ?? []).map((poller) => poller.identity ?? '').filter((identity) => identity !== '');
    if (identities.length > 0) rows.push(okRow(name, `${queue}: ${[...new Set(identities)].join(', ')}`));
    else {
      const mend = `lectra worker --role ${role}`;
      rows.push({ name, state: 'warning', found: `nobody polls ${queue}`, needed: 'one worker', mend });
    }
  }
  return rows;
}
