import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Client, isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { loadConfig } from '../src/config/load-config.ts';
import { processInput } from '../src/config/process-input.ts';
import { InputError, LectraError } from '../src/contract/errors.ts';
import { workflowIdOf } from '../src/contract/workflow-ids.ts';
import { isNodeError } from '../src/platform/is-node-error.ts';
import { formatReplay } from '../src/temporal/format-replay.ts';
import { replayHistory } from '../src/temporal/replay-history.ts';
import { borrowService } from '../src/workers/borrow-service.ts';

// Replays one run against today's workflow code: node scripts/replay.ts ID | HISTORY.json [--run-id R] [--address A]
// Exit code: 0 it fits, 1 it differs, 2 there is nothing that could be replayed.

interface Found {
  readonly name: string;
  readonly workflowId: string | null;
  readonly json: string;
}

interface Words {
  readonly target: string;
  readonly runId: string | null;
  readonly address: string | undefined;
  readonly namespace: string | undefined;
  readonly workflowsPath: string | undefined;
}

const USAGE =
  'Usage: node scripts/replay.ts WORKFLOW-ID | PROJECT | HISTORY.json [--run-id RUN] [--address HOST:PORT] [--namespace NAME] [--workflows FILE]';
const { signal } = new AbortController();

process.exitCode = await main();

async function main(): Promise<0 | 1 | 2> {
  try {
    const words = parseWords();
    const found = (await readExport(words.target)) ?? (await fetchRun(words));
    const decode = (payload: Parameters<typeof defaultPayloadConverter.fromPayload>[0]) =>
      defaultPayloadConverter.fromPayload<unknown>(payload);
    const { json, name } = found;
    const { workflowsPath } = words;
    const verdict = await replayHistory(
      { json, name, decode, ...(workflowsPath === undefined ? {} : { workflowsPath: resolve(workflowsPath) }) },
      signal,
    );
    process.stdout.write(formatReplay(found, verdict));
    return verdict.difference === null ? 0 : 1;
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function parseWords(): Words {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        'run-id': { type: 'string' },
        address: { type: 'string' },
        namespace: { type: 'string' },
        workflows: { type: 'string' },
      },
    });
    const [target, ...more] = positionals;
    if (target === undefined || more.length > 0) throw new InputError('INPUT_INVALID', USAGE);
    const { address, namespace, workflows: workflowsPath } = values;
    return { target, runId: values['run-id'] ?? null, address, namespace, workflowsPath };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError('INPUT_INVALID', `${error.message}\n${USAGE}`, { cause: error });
  }
}

/** Returns null when no such file is there and the word may be the name of a run. */
async function readExport(target: string): Promise<Found | null> {
  try {
    return { name: target, workflowId: null, json: await readFile(target, 'utf8') };
  } catch (error) {
    if (isNodeError(error, 'EISDIR'))
      throw new InputError('INPUT_INVALID', `${target} is a folder, not a history file.`);
    if (!isNodeError(error, 'ENOENT')) throw error;
    if (!/\.json$|[/\\]/.test(target)) return null;
    throw new InputError(
      'INPUT_INVALID',
      `There is no file ${resolve(target)}. Check the path, or give a workflow id.`,
    );
  }
}

async function fetchRun({ address, namespace, runId, target }: Words): Promise<Found> {
  const config = loadConfig({ ...processInput(), flags: { address, namespace } });
  await using service = await borrowService(config, (message) => process.stderr.write(`${message}\n`), signal);
  if (service !== null) {
    for (const workflowId of [target, workflowIdOf(target)]) {
      const json = await readRun(service.connection.client, workflowId, runId);
      if (json !== null) return { name: workflowId, workflowId, json };
    }
  }
  const place = config.temporal.kind === 'remote' ? config.temporal.address : config.dataDir;
  const run = runId === null ? `"${target}"` : `"${target}" with the run id ${runId}`;
  throw new InputError('RUN_NOT_FOUND', `No run is named ${run} at ${place}. \`lectra list\` shows the runs.`);
}

/** Returns the history of one run as JSON, or null when the service does not know it. */
async function readRun(client: Client, workflowId: string, runId: string | null): Promise<string | null> {
  try {
    // The description first: a history that is not there is told in the words of gRPC alone.
    const description = await client.workflow.getHandle(workflowId, runId ?? undefined).describe();
    return historyToJSON(await client.workflow.getHandle(workflowId, description.runId).fetchHistory());
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    const cause = error instanceof ServiceError ? error.cause : error;
    if (!isGrpcServiceError(cause)) throw error;
    throw new InputError(
      'INPUT_INVALID',
      `Temporal cannot give the history of ${workflowId}: ${cause.details.replace(/\.$/, '')}.`,
      {
        cause,
      },
    );
  }
}
