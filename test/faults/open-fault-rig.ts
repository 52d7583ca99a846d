import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { loadConfig } from '../../src/config/load-config.ts';
import { WORKER_ROLES, workflowQueue } from '../../src/contract/queues.ts';
import type { PresentationRequest } from '../../src/contract/schemas/request.ts';
import type { Ffmpeg } from '../../src/video/locate-ffmpeg.ts';
import { createActivityDeps } from '../../src/workers/create-activity-deps.ts';
import { startWorkers } from '../../src/workers/start-workers.ts';
import type { generatePresentation } from '../../src/workflows/index.ts';
import { SHORT_DOCUMENT } from '../e2e/short-lecture.ts';
import { type CallLedger, createCallLedger } from '../services/call-ledger.ts';
import type { FaultService } from './fault-service.ts';
import { type FaultScripts, startStandIns } from './start-stand-ins.ts';

/** Shorter than people would set it, so that a service that hangs costs seconds. */
const CALL_LIMIT_MS = 5_000;
const NEVER = new AbortController().signal;

/** Workers of all roles over an empty store and three stand-ins. */
export interface FaultRig extends AsyncDisposable {
  readonly ledger: CallLedger;
  readonly outputDir: string;
  readonly ffmpeg: Ffmpeg;
  readonly start: (request?: PresentationRequest) => Promise<WorkflowHandle<typeof generatePresentation>>;
}

/** Opens a rig of its own on the shared service; `name` keeps it apart from the others. Disposing of it drains the workers. */
export async function openFaultRig(
  service: FaultService,
  input: { readonly name: string; readonly faults: FaultScripts; readonly callLimitMs?: number },
): Promise<FaultRig> {
  const { faults, name, callLimitMs: limitMs = CALL_LIMIT_MS } = input;
  await using cleanup = new AsyncDisposableStack();
  const folder = join(service.folder, name);
  cleanup.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(folder);
  const config = loadConfig({
    env: {
      PATH: process.env.PATH,
      FFMPEG_PATH: process.env.FFMPEG_PATH,
      // The bundle of workflow code lies there; the store does not.
      LECTRA_DATA_DIR: service.folder,
      LECTRA_OUTPUT_DIR: join(folder, 'output'),
      LECTRA_SOURCE_DIRS: join(SHORT_DOCUMENT, '..'),
      LECTRA_QUEUE_PREFIX: `${name}-`,
    },
    cwd: folder,
    homeDir: folder,
  });
  const { ffmpeg, sounds } = service;
  const ledger = createCallLedger();
  const standIns = cleanup.use(await startStandIns({ ledger, faults, ffmpegPath: ffmpeg.path, sounds, limitMs }));
  const workers = await startWorkers(
    {
      config,
      target: service.target,
      roles: WORKER_ROLES,
      createActivityDeps: async (given, parts) => ({
        ...(await createActivityDeps({ ...given, dataDir: folder }, parts)),
        ...standIns.clients,
        ffmpeg: async () => ffmpeg,
      }),
    },
    NEVER,
  );
  cleanup.defer(async () => {
    workers.drain();
    await workers.ended;
  });
  const owned = cleanup.move();
  return {
    ledger,
    ffmpeg,
    outputDir: config.outputDir,
    start: (request = {}) =>
      service.client.workflow.start<typeof generatePresentation>('generatePresentation', {
        taskQueue: workflowQueue(config.queuePrefix),
        workflowId: name,
        args: [{ source: { path: SHORT_DOCUMENT }, project: 'tides', slides: 3, quality: '720p', ...request }],
      }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
