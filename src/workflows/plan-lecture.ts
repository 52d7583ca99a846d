import type { PlannedLecture } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { RunPlan, WriterChoice } from '../contract/plan.ts';
import type { ApprovalGate } from './approval-gate.ts';
import type { RunJournal } from './run-journal.ts';
import type { RunStep } from './run-step.ts';
import { failureCodeOf } from './step-failure.ts';

export interface PlanContext {
  readonly plan: RunPlan;
  readonly writer: WriterChoice;
  readonly runStep: RunStep;
  readonly journal: Pick<RunJournal, 'warn'>;
  readonly gate: ApprovalGate;
  /** Keeps an approval in the store, so that a resumed run does not ask again. */
  readonly keepPlan: (plan: RunPlan) => Promise<void>;
  /** Whether this is another try because something stored was lost. */
  readonly isRemake: boolean;
}

/** Stage 1: the outline that somebody approved before, else a new one, which waits at the gate if the run has one. */
export async function planLecture(context: PlanContext): Promise<PlannedLecture> {
  const { gate, keepPlan, plan, runStep, writer } = context;
  const approved = await findApproved(context);
  if (approved !== null) return approved;
  const planned = await runStep('writeOutline', { plan, writer }, { role: writer.role });
  if (!plan.gate) return planned;
  return gate.wait(planned, async (outline) => {
    const lecture = outline === null ? planned : await take(context, outline);
    await keepPlan({ ...plan, approvedOutline: lecture.outline });
    return lecture;
  });
}

/** An approved outline that is lost for good is asked for again, since nobody approved what is written in its place. */
async function findApproved(context: PlanContext): Promise<PlannedLecture | null> {
  const { isRemake, journal, plan } = context;
  if (plan.approvedOutline === null) return null;
  try {
    return await take(context, plan.approvedOutline);
  } catch (error) {
    // At first the document may be what is missing: the next try has read it anew.
    if (!isRemake || failureCodeOf(error) !== 'ARTIFACT_MISSING') throw error;
    journal.warn([
      { code: 'APPROVAL_LOST', message: 'The approved outline was lost, so another one waits for approval.' },
    ]);
    return null;
  }
}

function take({ plan, runStep, writer }: PlanContext, outline: ArtifactRef): Promise<PlannedLecture> {
  return runStep('takeOutline', { plan, writer, outline });
}
