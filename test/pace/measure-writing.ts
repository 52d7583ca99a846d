import { workflowQueue } from '../../src/contract/queues.ts';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import type { generatePresentation } from '../../src/workflows/index.ts';
import { createLectraHome } from '../e2e/lectra-home.ts';
import { createCallLedger } from '../services/call-ledger.ts';
import { answerLectures } from '../services/ollama/lectures/answer-lectures.ts';
import { startOllama } from '../services/ollama/start-ollama.ts';
import { SPEED_PROFILES } from '../services/speed-profile.ts';
import { createTokenCounter } from './create-token-counter.ts';
import { idealDurationMs, type LectureTokens } from './ideal-duration.ts';
import { fanOutMs, readCalls, writingMs } from './read-calls.ts';

/** Much longer than a lecture takes to write on a machine that does a lot beside. */
const WRITING_LIMIT_MS = 120_000;

/** What one lecture took to write. */
export interface MeasuredWriting {
  /** From the outline's end until the last script call is at the server. */
  readonly fanOutMs: number;
  /** From the outline's first call to the end of the last tags. */
  readonly writingMs: number;
  /** What the tokens alone cost; see `idealDurationMs`. */
  readonly idealMs: number;
  readonly tokens: LectureTokens;
  /** Characters that the prompts of all scripts begin with. */
  readonly sharedPrefixChars: number;
  /** Connections that the server saw open at once. */
  readonly connections: number;
}

/**
 * Makes lectures of `slides` slides about topics, one after another, with a background host as users have it and a model
 * server at the speed of a desktop GPU with as many slots as slides. A run is ended when its last tags are there.
 */
export async function measureWriting(
  input: { readonly cli: TemporalCli; readonly runs: number; readonly slides: number },
  onEnd: (measured: MeasuredWriting) => void,
): Promise<readonly MeasuredWriting[]> {
  const { cli, runs, slides } = input;
  const ledger = createCallLedger();
  const counter = createTokenCounter(answerLectures);
  await using server = await startOllama({ ledger, speed: SPEED_PROFILES.gpu, slots: slides, answer: counter.answer });
  await using home = await createLectraHome(cli, { OLLAMA_HOST: server.url, LECTRA_GPU_SLOTS: String(slides) });
  const up = await home.run(['up']);
  if (up.exitCode !== 0) throw new Error(`The host did not start: ${up.stderr}`);
  await using temporal = await home.connect();

  const measured: MeasuredWriting[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const before = ledger.entries().length;
    const handle = await temporal.client.workflow.start<typeof generatePresentation>('generatePresentation', {
      taskQueue: workflowQueue(''),
      workflowId: `pace-${run}`,
      // No picture and no video: they would take the time of the processor from what is measured.
      args: [{ topic: `How tides work, part ${run}`, writer: 'ollama', slides, images: 0, video: false }],
    });
    let connections = 0;
    const isWritten = () => {
      connections = Math.max(connections, server.openConnections());
      return readCalls(ledger.entries().slice(before)).tags.length === slides;
    };
    await Promise.race([
      ledger.until(isWritten, AbortSignal.timeout(WRITING_LIMIT_MS)),
      handle.result().then(() => undefined),
    ]);
    await handle.cancel();
    await handle.result().catch(() => undefined);
    const calls = readCalls(ledger.entries().slice(before));
    const tokens = counter.takeLecture();
    const one = {
      fanOutMs: fanOutMs(calls),
      writingMs: writingMs(calls),
      idealMs: idealDurationMs(tokens, SPEED_PROFILES.gpu.ollama),
      tokens,
      sharedPrefixChars: tokens.sharedPrefixChars,
      connections,
    };
    measured.push(one);
    onEnd(one);
  }
  return measured;
}
