import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../src/config/config.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { prepareDataDir } from '../../../src/config/prepare-data-dir.ts';
import { WORKER_ROLES } from '../../../src/contract/queues.ts';
import { connectTemporal, type TemporalConnection } from '../../../src/temporal/connect.ts';
import type { TemporalCli } from '../../../src/temporal/find-temporal-cli.ts';
import { type EmbeddedService, startEmbeddedService } from '../../../src/temporal/start-embedded-service.ts';
import { locateFfmpeg } from '../../../src/video/locate-ffmpeg.ts';
import { createActivityDeps } from '../../../src/workers/create-activity-deps.ts';
import { installRuntime } from '../../../src/workers/install-runtime.ts';
import { startWorkers } from '../../../src/workers/start-workers.ts';
import { somePort } from '../../services/some-port.ts';
import { NEVER } from '../lectra-home.ts';
import { type HangingFfmpeg, writeHangingFfmpeg } from './hanging-ffmpeg.ts';
import { createHeldStep, type HeldStep } from './held-step.ts';
import { holdDependencies } from './hold-dependencies.ts';

/** Real workers with the real activities in this process, on a Temporal service of their own. */
export interface CancelRig extends AsyncDisposable {
  readonly config: Config;
  readonly connection: TemporalConnection;
  readonly service: EmbeddedService;
  readonly held: HeldStep;
  readonly ffmpeg: HangingFfmpeg;
}

/** Starts the service and the workers; whatever a step uses can be held. */
export async function openCancelRig(cli: TemporalCli): Promise<CancelRig> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'lectra-cancel-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const real = await locateFfmpeg({ configuredPath: null, searchPath: process.env.PATH ?? '' });
  const ffmpeg = await writeHangingFfmpeg(folder, real.path);
  const config = loadConfig({
    env: {
      PATH: process.env.PATH,
      LECTRA_DATA_DIR: join(folder, 'data'),
      LECTRA_OUTPUT_DIR: join(folder, 'output'),
      FFMPEG_PATH: ffmpeg.path,
    },
    cwd: folder,
    homeDir: folder,
  });
  await prepareDataDir(config.dataDir);
  const service = await startEmbeddedService(
    {
      cli,
      dataDir: config.dataDir,
      wantedPort: await somePort(),
      wantedUiPort: await somePort(),
      onNotice: () => undefined,
    },
    NEVER,
  );
  cleanup.defer(service.stop);
  const held = cleanup.use(await createHeldStep());
  installRuntime(() => undefined, 'ERROR');
  const workers = await startWorkers(
    {
      config,
      target: service.target,
      roles: WORKER_ROLES,
      createActivityDeps: async (settings, given) => {
        const deps = await createActivityDeps(settings, given);
        return {
          ...holdDependencies(deps, held),
          [Symbol.asyncDispose]: () => deps[Symbol.asyncDispose](),
        };
      },
    },
    NEVER,
  );
  cleanup.defer(async () => {
    workers.drain();
    await workers.ended;
  });
  const connection = cleanup.use(await connectTemporal(service.target, NEVER));
  const owned = cleanup.move();
  return { config, connection, service, held, ffmpeg, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
