import {
  ApplicationFailure,
  allHandlersFinished,
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
import { createKeptPlan, type KeptPlan } from './kept-plan.ts';
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
  readonly plan: KeptPlan;
  readonly runStep: RunStep;
  readonly journal: RunJournal;
  readonly settled: () => Promise<void>;
}

/** From a topic or a document to a deck, a narration track and a captioned video. */
export async function generatePresentation(request: PresentationRequest): Promise<PresentationResult> {
  const journal = createRunJournal(setCurrentDetails);
  setHandler(progressQuery, () => journal.snapshot());
  const gate = createApprovalGate(journal);
  const settled = () => condition(() => journal.isIdle() && allHandlersFinished());

  return allOrNothing(async () => {
    const { workflowId, firstExecutionRunId } = workflowInfo();
    const prepare = createRunStep({ journal, storeId: null, heartbeatTimeoutMs: FIRST_HEARTBEAT_TIMEOUT_MS });
    const { plan: frozen, choices: taken } = await prepare('prepareRun', { request, workflowId });
    journal.name({ project: frozen.project });
    gate.expect(frozen);
    const { heartbeatTimeoutMs, project, storeId } = frozen;
    const runStep = createRunStep({ journal, storeId, heartbeatTimeoutMs });
    const isToBeResearched = frozen.research && frozen.document === null;
    const researched = isToBeResearched ? await runStep('researchTopic', { plan: frozen }) : frozen;

    const run = { workflowId, firstRunId: firstExecutionRunId };
    const choices = taken ?? (await probe(researched, runStep, journal));
    const { writer } = choices;
    const { warnings: foundInPrepare } = journal.snapshot();
    const plan = createKeptPlan(researched, (current) =>
      runStep('recordRun', { run, plan: current, choices, warnings: foundInPrepare }),
    );
    return remakingLostArtifacts({ plan, runStep, journal, settled }, async (readable, isRemake) => {
      const [, planned] = await Promise.all([
        plan.keep(readable),
        planLecture({ plan: readable, writer, runStep, journal, gate, keepPlan: plan.keep, isRemake }),
      ]);
      upsertMemo({ project, title: planned.title, slideCount: planned.slides.length });
      const lecture = await produceLecture({ plan: plan.now(), ...choices, runStep, journal }, planned);
      const { warnings } = journal.snapshot();
      return runStep('publish', { run, plan: plan.now(), choices, lecture, warnings });
    });
  }, settled);
}

/** Asks once, at the same time, which writer, voice and picture providers this run can use. */
async function probe(plan: RunPlan, runStep: RunStep, journal: RunJournal): Promise<RunChoices> {
  const [writer, voice, pictures] = await Promise.all([
    orWhenNobodyIsThere(() => writeWithoutModels(plan, journal), runStep('probeWriter', { plan })),
    orWhenNobodyIsThere(() => null, runStep('probeVoice', { plan })),
    orWhenNobodyIsThere(() => ({ providers: [] }), runStep('probePictures', { plan })),
  ]);
  return {
    writer:
      writer ?? plan.embeddedWriter ?? refuse('WRITER_UNAVAILABLE', 'No model is there to write from a topic alone.'),
    voice: voice ?? plan.embeddedVoice ?? refuse('ENGINE_MISSING', 'No speech engine is installed.'),
    pictures,
  };
}

/** A writer that was asked for by name is never replaced, and nobody gets another one without being told. */
function writeWithoutModels({ embeddedWriter, wanted }: RunPlan, journal: RunJournal): null {
  if (wanted.writer === 'extractive') return null;
  if (wanted.writer !== 'auto') {
    const message = `No worker that could ask the writer "${wanted.writer}" is there.`;
    refuse('WRITER_UNAVAILABLE', message, 'Start one with `lectra worker --role gpu`, or leave out --writer.');
  }
  if (embeddedWriter !== null) {
    const message = 'No worker that could ask a model is there, so the writer that needs none was asked.';
    journal.warn([{ code: 'WRITER_REPLACED', message }]);
  }
  return null;
}

async function orWhenNobodyIsThere<T>(fallback: () => T, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isNobodyThere(error)) return fallback();
    throw error;
  }
}

/** Produces again what was lost; the document goes first, since only its source can give it back. */
async function remakingLostArtifacts(
  { plan, runStep, journal, settled }: RemakeContext,
  produce: (readable: RunPlan, isRemake: boolean) => Promise<PresentationResult>,
): Promise<PresentationResult> {
  for (let remakes = 0; ; remakes += 1) {
    const isRemake = remakes > 0;
    try {
      return await allOrNothing(
        async () => produce(isRemake ? await runStep('restoreDocument', { plan: plan.now() }) : plan.now(), isRemake),
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

function refuse(
  code: 'WRITER_UNAVAILABLE' | 'ENGINE_MISSING',
  message: string,
  advice: string = ERROR_CODES[code].hint,
): never {
  throw ApplicationFailure.create({
    message: `Prepare: ${message} ${advice}`,
    type: code,
    nonRetryable: true,
  });
}
