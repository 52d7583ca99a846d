import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { connectTemporal } from '../../src/temporal/connect.ts';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { startEmbeddedService } from '../../src/temporal/start-embedded-service.ts';
import type { TemporalTarget } from '../../src/temporal/temporal-target.ts';
import { type Ffmpeg, locateFfmpeg } from '../../src/video/locate-ffmpeg.ts';
import { ensureWorkflowBundle } from '../../src/workers/ensure-workflow-bundle.ts';
import { installRuntime } from '../../src/workers/install-runtime.ts';
import { readSourceFingerprint } from '../../src/workers/read-source-fingerprint.ts';
import { createSoundFinder, type SoundFinder } from '../services/edge/sound-finder.ts';
import { somePort } from '../services/some-port.ts';

/** What runs under faults share: one Temporal service, one bundle of workflow code. */
export interface FaultService extends AsyncDisposable {
  readonly client: Client;
  readonly target: TemporalTarget;
  readonly ffmpeg: Ffmpeg;
  /** Encoded once, since a second a run would be half of what a run costs. */
  readonly sounds: SoundFinder;
  /** Below the folder of the operating system for temporary files; removed at the end. */
  readonly folder: string;
}

/** Pitch of the voice that is asked for, at 48 kbit/s. */
const VOICE_HZ = 205;

/** Starts the service, in an empty folder. `writeLine` gets what workers say of failed steps. */
export async function startFaultService(
  { cli, writeLine }: { readonly cli: TemporalCli; readonly writeLine: (line: string) => void },
  signal: AbortSignal,
): Promise<FaultService> {
  installRuntime(writeLine, 'WARN');
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'lectra-faults-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await ensureWorkflowBundle(folder, await readSourceFingerprint(), signal);
  const service = await startEmbeddedService(
    { cli, dataDir: folder, wantedPort: await somePort(), wantedUiPort: await somePort(), onNotice: writeLine },
    signal,
  );
  cleanup.defer(() => service.stop());
  const { client } = cleanup.use(await connectTemporal(service.target, signal));
  const { FFMPEG_PATH: configuredPath = null, PATH: searchPath = '' } = process.env;
  const ffmpeg = await locateFfmpeg({ configuredPath, searchPath }, signal);
  const sounds = createSoundFinder();
  await sounds(VOICE_HZ, 48);
  const owned = cleanup.move();
  return { client, target: service.target, folder, ffmpeg, sounds, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
