import type { ErrorCode } from '../../../src/contract/error-codes.ts';
import { LectraError } from '../../../src/contract/errors.ts';
import type { LectureBrief } from '../../../src/writing/writer.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { createFaultScript } from '../../services/fault-script.ts';
import { answerLectures } from '../../services/ollama/lectures/answer-lectures.ts';
import { spoilLectures } from '../../services/ollama/lectures/spoil-lectures.ts';
import { OLLAMA_FAULTS, type OllamaFault } from '../../services/ollama/ollama-fault.ts';
import { startOllama } from '../../services/ollama/start-ollama.ts';
import { openOllamaWriter } from '../open-ollama-writer.ts';
import { judgeFailure } from './judge-failure.ts';
import { judgeLecture } from './judge-lecture.ts';
import { writeLecture } from './write-lecture.ts';

const SLOTS = 10;
/** Calls beside those of the lecture: version, list, show, load. */
const CONTROL_CONNECTIONS = 4;
/** A closed connection is noticed at the other end a moment later. */
const CUT_NOTICE_MS = 10_000;
const SLOW_FIRST_TOKEN_MS = 40;

/** A service that never answers costs a time-out of minutes; the runs of a whole lecture have that one. */
const KINDS = OLLAMA_FAULTS.filter((fault) => fault !== 'never-answers');
/** A model that is gone ends a lecture at once, so most seeds go without. */
const SEEDS_A_SWAP = 5;

const WANTED = { model: null, mayPull: false } as const;
const NEVER = new AbortController().signal;

export interface WritingRunInput {
  readonly seed: number;
  /** Share of the calls that go wrong, 0 to 1. */
  readonly rate: number;
  readonly brief: LectureBrief;
}

/** What a run came to. Only the first two are fair; a finding is a defect. */
export type WritingVerdict =
  | { readonly kind: 'whole'; readonly warnings: readonly string[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'finding'; readonly findings: readonly string[] };

export interface WritingRun {
  readonly seed: number;
  readonly language: string;
  readonly matter: 'topic' | 'document';
  readonly verdict: WritingVerdict;
  readonly calls: number;
  /** The fault of each call that got one. */
  readonly faults: readonly string[];
}

/** Writes one lecture with the product's writer while its model server fails at the given rate, and judges the end. */
export async function writeUnderFaults(input: WritingRunInput): Promise<WritingRun> {
  const { brief, rate, seed } = input;
  const ledger = createCallLedger();
  await using server = await startOllama({
    ledger,
    slots: SLOTS,
    faults: createFaultScript<OllamaFault>({ seed, rate, kinds: kindsOf(seed) }),
    faultyOperations: ['chat'],
    slowFirstTokenMs: SLOW_FIRST_TOKEN_MS,
    answer: spoilLectures(answerLectures, rate),
  });
  await using writer = openOllamaWriter({ url: server.url, slots: SLOTS });
  const ended = await tryToWrite(writer, input);
  await ledger
    .until((entries) => entries.every(({ outcome }) => outcome !== null), AbortSignal.timeout(CUT_NOTICE_MS))
    .catch(() => undefined);
  const entries = ledger.entries();
  const findings = [
    ...ended.findings,
    ...ledger.inFlight().map(({ operation }) => `A call of ${operation} goes on after the end of the run.`),
    ...(server.openConnections() > SLOTS + CONTROL_CONNECTIONS
      ? [`${server.openConnections()} connections are open.`]
      : []),
  ];
  return {
    seed,
    language: brief.language,
    matter: brief.document === null ? 'topic' : 'document',
    verdict: findings.length > 0 ? { kind: 'finding', findings } : ended.verdict,
    calls: entries.length,
    faults: entries.flatMap(({ fault }) => fault ?? []),
  };
}

function kindsOf(seed: number): readonly OllamaFault[] {
  return seed % SEEDS_A_SWAP === 0 ? KINDS : KINDS.filter((fault) => fault !== 'model-swapped');
}

async function tryToWrite(
  writer: ReturnType<typeof openOllamaWriter>,
  { brief, seed }: WritingRunInput,
): Promise<{ readonly verdict: WritingVerdict; readonly findings: readonly string[] }> {
  try {
    const ready = await writer.prepareModel(WANTED, () => undefined, NEVER);
    const lecture = await writeLecture(writer, { ...brief, model: ready?.model ?? null, variation: seed }, () =>
      Promise.resolve(),
    );
    const told = [
      lecture.outline,
      ...lecture.slides.flatMap(({ script, tags }) => [script, ...(tags === null ? [] : [tags])]),
    ];
    const warnings = told.flatMap((written) => written.warnings.map(({ code }) => code));
    return { verdict: { kind: 'whole', warnings }, findings: judgeLecture(lecture) };
  } catch (error) {
    const findings = judgeFailure(error);
    const { code, message } =
      error instanceof LectraError ? error : { code: 'INTERNAL' as const, message: String(error) };
    return { verdict: { kind: 'failed', code, message }, findings };
  }
}
