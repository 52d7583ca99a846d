import {
  ApplicationFailure,
  condition,
  defineQuery,
  setCurrentDetails,
  setHandler,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import { ERROR_CODES } from '../contract/error-codes.ts';
import type { RunChoices, RunPlan } from '../contract/plan.ts';
import { PROGRESS_QUERY, type RunProgress } from '../contract/progress.ts';
import type { PresentationResult } from '../contract/result.ts';
import type { PresentationRequest } from '../contract/schemas/request.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { createApprovalGate } from './approval-gate.ts';
import { planLecture } from './plan-lecture.ts';
import { produceLecture } from './produce-lecture.ts';
import { createRunJournal, type RunJournal } from './run-journal.ts';
import { createRunStep, type RunStep } from './run-step.ts';
import { failureCodeOf, isNobodyThere } from './step-failure.ts';

const progressQuery = defineQuery<RunProgress>(PROGRESS_QUERY);

/** Until the plan says otherwise: how long a worker may be silent before its step is given to another one. */
const FIRST_HEARTBEAT_TIMEOUT_MS = 20_000;

/** How often a lecture is produced again because an artifact was lost or damaged; what is still there is reused. */
const MAXIMUM_REMAKES = 2;

interface RemakeContext {
  /** As it stands now: an approval changes it. */
  readonly plan: () => RunPlan;
  readonly runStep: RunStep;
  readonly journal: RunJournal;
  readonly settled: () => Promise<void>;
}

/** From a topic or a document to a deck, a narration track and a captioned video. */
export async function generatePresentation(request: PresentationRequest): Promise<PresentationResult> {
  const journal = createRunJournal(setCurrentDetails);
  setHandler(progressQuery, () => journal.snapshot());
  const gate = createApprovalGate(journal);
  const settled = () => condition(() => journal.isIdle());

  return allOrNothing(async () => {
    const { workflowId, firstExecutionRunId } = workflowInfo();
    const prepare = createRunStep({ journal, storeId: null, heartbeatTimeoutMs: FIRST_HEARTBEAT_TIMEOUT_MS });
    const { plan: frozen, choices: taken } = await prepare('prepareRun', { request, workflowId });
    journal.name({ project: frozen.project });
    const { storeId, heartbeatTimeoutMs } = frozen;
    const runStep = createRunStep({ journal, storeId, heartbeatTimeoutMs });
    const plan =
      frozen.research && frozen.document === null ? await runStep('researchTopic', { plan: frozen }) : frozen;

    const run = { workflowId, firstRunId: firstExecutionRunId };
    const choices = taken ?? (await probe(plan, runStep));
    const { warnings: foundInPrepare } = journal.snapshot();
    let current = plan;
    const record = async (planNow: RunPlan) => {
      current = planNow;
      await runStep('recordRun', { run, plan: planNow, choices, warnings: foundInPrepare });
    };
    return remakingLostArtifacts({ plan: () => current, runStep, journal, settled }, async (readablePlan) => {
      const { writer } = choices;
      const [, planned] = await Promise.all([
        record(readablePlan),
        planLecture({ plan: readablePlan, writer, runStep, gate, keepApproval: record }),
      ]);
      upsertMemo({ project: plan.project, title: planned.title, slideCount: planned.slides.length });
      const lecture = await produceLecture({ plan: current, ...choices, runStep, journal }, planned);
      const { warnings } = journal.snapshot();
      return runStep('publish', { run, plan: current, choices, lecture, warnings });
    });
  }, settled);
}

/** Asks once, at the same time, which writer, voice and picture providers this run can use. */
async function probe(plan: RunPlan, runStep: RunStep): Promise<RunChoices> {
  const [writer, voice, pictures] = await Promise.all([
    orWhenNobodyIsThere(null, runStep('probeWriter', { plan })),
    orWhenNobodyIsThere(null, runStep('probeVoice', { plan })),
    orWhenNobodyIsThere({ providers: [] }, runStep('probePictures', { plan })),
  ]);
  return {
    writer:
      writer ?? plan.embeddedWriter ?? refuse('WRITER_UNAVAILABLE', 'No model is there to write from a topic alone.'),
    voice: voice ?? plan.embeddedVoice ?? refuse('ENGINE_MISSING', 'No speech engine is installed.'),
    pictures,
  };
}

async function orWhenNobodyIsThere<T>(fallback: T, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isNobodyThere(error)) return fallback;
    throw error;
  }
}

/** Produces again what was lost; the document goes first, since only its source can give it back. */
async function remakingLostArtifacts(
  { plan, runStep, journal, settled }: RemakeContext,
  produce: (plan: RunPlan) => Promise<PresentationResult>,
): Promise<PresentationResult> {
  for (let remakes = 0; ; remakes += 1) {
    try {
      return await allOrNothing(
        async () => produce(remakes === 0 ? plan() : await runStep('restoreDocument', { plan: plan() })),
        settled,
      );
    } catch (error) {
      if (remakes === MAXIMUM_REMAKES || failureCodeOf(error) !== 'ARTIFACT_MISSING') throw error;
      journal.warn([
        { code: 'ARTIFACT_REMADE', message: 'A stored intermediate result was lost or damaged; it is made again.' },
      ]);
      journal.startAgain();
    }
  }
}

function refuse(code: 'WRITER_UNAVAILABLE' | 'ENGINE_MISSING', message: string): never {
  throw ApplicationFailure.create({
    message: `Prepare: ${message} ${ERROR_CODES[code].hint}`,
    type: code,
    nonRetryable: true,
  });
}
