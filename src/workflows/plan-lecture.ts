import type { PlannedLecture } from '../contract/activities.ts';
import type { RunPlan, WriterChoice } from '../contract/plan.ts';
import type { ApprovalGate } from './approval-gate.ts';
import type { RunStep } from './run-step.ts';

export interface PlanContext {
  readonly plan: RunPlan;
  readonly writer: WriterChoice;
  readonly runStep: RunStep;
  readonly gate: ApprovalGate;
  /** Keeps an approval in the store, so that a resumed run does not ask again. */
  readonly keepApproval: (plan: RunPlan) => Promise<void>;
}

/** Stage 1: the outline that somebody approved before, else a new one, which waits at the gate if the run has one. */
export async function planLecture(context: PlanContext): Promise<PlannedLecture> {
  const { plan, writer, runStep, gate, keepApproval } = context;
  const take = (outline: NonNullable<RunPlan['approvedOutline']>) => runStep('takeOutline', { plan, outline });
  if (plan.approvedOutline !== null) return take(plan.approvedOutline);
  const planned = await runStep('writeOutline', { plan, writer }, { role: writer.role });
  if (!plan.gate) return planned;
  const approved = await gate.wait(planned, take);
  await keepApproval({ ...plan, approvedOutline: approved.outline });
  return approved;
}
