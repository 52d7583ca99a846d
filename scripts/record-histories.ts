import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { PresentationRequest } from '../src/contract/schemas/request.ts';
import { findTestCli } from '../test/integration/temporal/find-test-cli.ts';
import { approveOutline, waitForApproval } from '../test/integration/workflows/approve-outline.ts';
import {
  createFakeActivities,
  type FakeOptions,
  refOf,
  untilCancelled,
} from '../test/integration/workflows/fake-activities.ts';
import { WorkflowRig } from '../test/integration/workflows/workflow-rig.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = new URL('../test/fixtures/histories/generate-presentation/', import.meta.url);

interface Recording extends FakeOptions {
  readonly cancelAt?: string;
  readonly request?: PresentationRequest;
  /** Outlines that somebody approves one after the other, until one is taken. */
  readonly approves?: readonly string[];
}

/** The histories that every later version of the workflow must still be able to replay. */
const RECORDINGS: Readonly<Record<string, Recording>> = {
  completed: {},
  resumed: { request: { base: refOf('record') } },
  researched: { plan: { topic: 'Tides', research: true, document: null, embeddedWriter: null } },
  gated: {
    plan: { gate: true },
    approves: ['bad', 'edited'],
    interfere: async ({ name, about }) => {
      if (name === 'takeOutline' && about === 'bad')
        throw ApplicationFailure.nonRetryable('no such passage', 'OUTLINE_UNUSABLE');
    },
  },
  'resumed-after-approval': {
    plan: { gate: true, approvedOutline: refOf('edited') },
    request: { base: refOf('record') },
  },
  'with-pictures': { slideCount: 5, pictureProviders: ['archive'] },
  'without-video': { plan: { video: false } },
  'hundred-slides': { slideCount: 100 },
  failed: {
    interfere: ({ name, about }) => {
      if (name === 'layOutSlide' && about === 's2') throw ApplicationFailure.nonRetryable('too long', 'TEXT_OVERFLOW');
      return undefined;
    },
  },
  'remade-after-loss': {
    interfere: ({ name, about }, callNumber) => {
      if (name === 'encodeStills' && about === 's2' && callNumber === 1)
        throw ApplicationFailure.nonRetryable('gone', 'ARTIFACT_MISSING');
      return undefined;
    },
  },
  cancelled: { cancelAt: 'speakSlide' },
};

const cli = await findTestCli();
if (cli === null) throw new Error('Recording needs the Temporal CLI; run `npx lectra temporal --version` first.');
await mkdir(FOLDER, { recursive: true });
await using rig = await WorkflowRig.start(cli.path);
for (const [name, { approves = [], cancelAt, request, ...options }] of Object.entries(RECORDINGS)) {
  const reached = Promise.withResolvers<void>();
  const interfere: FakeOptions['interfere'] = async (call) => {
    if (call.name !== cancelAt) return;
    reached.resolve();
    await untilCancelled();
  };
  const { activities } = createFakeActivities(cancelAt === undefined ? options : { ...options, interfere });
  const history = await rig.run({ activities, ...(request === undefined ? {} : { request }) }, async (handle) => {
    if (cancelAt !== undefined) {
      await reached.promise;
      await handle.cancel();
    }
    for (const outline of approves) {
      await waitForApproval(handle, 'waiting');
      await approveOutline(handle, refOf(outline)).catch(refusedOnly);
    }
    await handle.result().catch(() => undefined);
    return handle.fetchHistory();
  });
  const json = withoutThisMachine(historyToJSON(history));
  await writeFile(new URL(`${name}.json`, FOLDER), `${json}\n`);
  console.log(`${name}: ${history.events?.length ?? 0} events, ${json.length} bytes`);
}

function refusedOnly(error: unknown): void {
  if (!(error instanceof WorkflowUpdateFailedError)) throw error;
}

/** A recording says nothing of where it was made. */
function withoutThisMachine(json: string): string {
  const text = json.replaceAll(ROOT, '').replaceAll(/"identity": *"[^"]*"/g, '"identity":"recorder"');
  return JSON.stringify(JSON.parse(text));
}
