import {
  allHandlersFinished,
  condition,
  defineQuery,
  setCurrentDetails,
  setHandler,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import { PROGRESS_QUERY, type RunProgress } from '../contract/progress.ts';
import type { PresentationResult } from '../contract/result.ts';
import type { PresentationRequest } from '../contract/schemas/request.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { createApprovalGate } from './approval-gate.ts';
import { createKeptPlan } from './kept-plan.ts';
import { planLecture } from './plan-lecture.ts';
import { probeServices } from './probe-services.ts';
import { produceLecture } from './produce-lecture.ts';
import { remakeLostArtifacts } from './remake-lost-artifacts.ts';
import { createRunJournal } from './run-journal.ts';
import { createRunStep } from './run-step.ts';

const progressQuery = defineQuery<RunProgress>(PROGRESS_QUERY);

/** Until the plan says otherwise: how long a worker may be silent before its step is given to another one. */
const FIRST_HEARTBEAT_TIMEOUT_MS = 20_000;

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
    const choices = taken ?? (await probeServices(researched, runStep, journal));
    const { writer } = choices;
    const { warnings: foundInPrepare } = journal.snapshot();
    const plan = createKeptPlan(researched, (current) =>
      runStep('recordRun', { run, plan: current, choices, warnings: foundInPrepare }),
    );
    return remakeLostArtifacts({ plan, runStep, journal, settled }, async (readable, isRemake) => {
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
