import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openArtifactStore } from '../../src/artifacts/open-artifact-store.ts';
import type { ActivityName } from '../../src/contract/activity-stages.ts';
import { ACTIVITY_STAGES } from '../../src/contract/activity-stages.ts';
import { workflowQueue } from '../../src/contract/queues.ts';
import { stageLabel } from '../../src/contract/stages.ts';
import { cancelRun } from '../../src/jobs/cancel-run.ts';
import { describeRun } from '../../src/jobs/describe-run.ts';
import { type StartedRun, startRun } from '../../src/jobs/start-run.ts';
import { runProcess } from '../../src/platform/run-process.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';
import { cancelInWebUi } from './cancel/cancel-in-web-ui.ts';
import type { HoldKind } from './cancel/held-step.ts';
import { type CancelRig, openCancelRig } from './cancel/open-cancel-rig.ts';
import { NEVER } from './lectra-home.ts';
import { listChildren } from './list-children.ts';
import { listFiles } from './read-folder.ts';
import { SHORT_DOCUMENT } from './short-lecture.ts';

/** A cancel that waits for a heartbeat timeout (20 s) or for the held call does not fit; most take about one second. */
const CLOSED_WITHIN_MS = 10_000;
const HELD_WITHIN_MS = 180_000;
/** How long a busy step goes on after the cancel. */
const BUSY_MS = 300;

const cli = await findTestCli();

type Row = readonly [activity: ActivityName, kind: HoldKind, ffmpegWord?: string];

/** Every activity of a run that nothing goes wrong in; `restoreDocument` belongs to a run that is made again. */
const ROWS: readonly Row[] = [
  ['prepareRun', 'call'],
  ['probeWriter', 'call'],
  ['probeVoice', 'call'],
  ['probePictures', 'call'],
  ['recordRun', 'busy'],
  ['writeOutline', 'call'],
  ['writeSlide', 'call'],
  ['searchPictures', 'call'],
  ['fetchPicture', 'call'],
  ['layOutSlide', 'busy'],
  ['buildDeck', 'busy'],
  ['buildNarration', 'busy'],
  ['tagNarration', 'busy'],
  ['parseSegments', 'busy'],
  ['speakSlide', 'call'],
  ['encodeStills', 'ffmpeg', 'libx264'],
  ['assembleNarration', 'ffmpeg', 'libmp3lame'],
  ['calculateTimings', 'busy'],
  ['assembleVideo', 'ffmpeg', 'ffmetadata'],
  ['publish', 'call'],
];
const WITH_PICTURES: readonly ActivityName[] = ['probePictures', 'searchPictures', 'fetchPicture'];

describe.skipIf(cli === null)(`a cancel in the middle of${cliNote(cli)}`, () => {
  let rig: CancelRig;

  beforeAll(async () => {
    if (cli !== null) rig = await openCancelRig(cli);
  });
  afterAll(() => rig?.[Symbol.asyncDispose]());

  const ways: readonly { readonly name: string; readonly cancel: (run: StartedRun) => Promise<unknown> }[] = [
    { name: 'Lectra itself', cancel: (run) => cancelRun(rig.connection.client, run, NEVER) },
    { name: 'Web UI', cancel: (run) => cancelInWebUi(rig.service.target.uiUrl ?? '', run) },
    {
      name: 'temporal workflow cancel',
      cancel: ({ runId, workflowId }) =>
        runProcess({
          command: cli?.path ?? '',
          args: ['workflow', 'cancel', '-w', workflowId, '-r', runId, '--address', rig.service.target.address],
          signal: NEVER,
        }),
    },
  ];

  async function start(activity: ActivityName): Promise<StartedRun> {
    const { config, connection } = rig;
    const store = await openArtifactStore({ folder: join(config.dataDir, 'artifacts') });
    const artifact = await store.put(await readFile(SHORT_DOCUMENT), 'text/markdown');
    const request = {
      project: `held-${activity.toLowerCase()}`,
      source: { artifact, name: basename(SHORT_DOCUMENT) },
      quality: '720p' as const,
      // A deck of three slides shows no picture.
      ...(WITH_PICTURES.includes(activity) ? { slides: 6, images: 1 } : { slides: 3, images: 0 }),
    };
    return startRun({ client: connection.client, taskQueue: workflowQueue(config.queuePrefix), request }, NEVER);
  }

  const listHungTools = async () => (await listChildren()).filter(({ command }) => /sleep 600|ffmpeg/.test(command));

  it.each(ROWS.map((row, index) => ({ row, way: ways[index % ways.length] })))(
    '$row.0 ends the run at once and leaves nothing at work ($way.name)',
    async ({ row: [activity, kind, word = null], way }) => {
      const { config, connection, ffmpeg, held } = rig;
      const entered = held.hold(activity, kind);
      await ffmpeg.hangOn(word);
      const run = await start(activity);
      const handle = connection.client.workflow.getHandle(run.workflowId, run.runId);
      let isHeld = false;
      void entered.then(() => {
        isHeld = true;
      });
      await vi.waitFor(() => expect(word === null ? isHeld : ffmpeg.hasHung()).toBe(true), {
        timeout: HELD_WITHIN_MS,
        interval: 20,
      });
      const result = handle.result().catch((error: unknown) => error);

      const askedAtMs = performance.now();
      await way?.cancel(run);
      if (kind === 'busy') setTimeout(held.release, BUSY_MS);
      await result;
      const closedMs = performance.now() - askedAtMs;
      await vi.waitFor(async () => expect([await held.countSockets(), await listHungTools()]).toEqual([0, []]), {
        timeout: CLOSED_WITHIN_MS,
        interval: 20,
      });
      const stillMs = performance.now() - askedAtMs;
      const label = stageLabel(ACTIVITY_STAGES[activity]);
      console.log(
        `${label} · ${activity} · ${way?.name}: closed after ${Math.round(closedMs)} ms, still after ${Math.round(stillMs)} ms`,
      );

      const { outcome, records } = await describeRun(connection.client, run.workflowId, NEVER);
      expect(outcome?.status).toBe('cancelled');
      expect(records.filter((record) => ['running', 'retrying', 'waiting'].includes(record.outcome))).toEqual([]);
      expect(closedMs).toBeLessThan(CLOSED_WITHIN_MS);
      expect(await listFiles(config.outputDir)).toEqual([]);
      expect(await listFiles(join(config.dataDir, 'artifacts', 'work'))).toEqual([]);
    },
  );
});
