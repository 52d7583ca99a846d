import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../contract/activities.ts';
import { ACTIVITY_STAGES, type ActivityName } from '../contract/activity-stages.ts';
import { probeQueue, roleQueue, type WorkerRole } from '../contract/queues.ts';
import { stageLabel } from '../contract/stages.ts';
import type { StepResult } from '../contract/step-result.ts';
import { ACTIVITY_PLACEMENT, type ActivityProfile, PROFILES, type StepPriority } from './activity-profiles.ts';
import type { RunJournal } from './run-journal.ts';
import { toRunFailure } from './step-failure.ts';

type StepInput<Name extends ActivityName> = Parameters<Activities[Name]>[0];
type StepValue<Name extends ActivityName> =
  Awaited<ReturnType<Activities[Name]>> extends StepResult<infer Value> ? Value : never;

/** What all steps of one run share. */
export interface StepContext {
  readonly journal: RunJournal;
  readonly storeId: string | null;
  readonly heartbeatTimeoutMs: number;
}

export interface StepPlace {
  /** Number of the slide that the step works on, from 1. */
  readonly slide?: number;
  /** Another role than the usual one, when the plan says so. */
  readonly role?: WorkerRole;
}

export type RunStep = <Name extends ActivityName>(
  name: Name,
  input: StepInput<Name>,
  place?: StepPlace,
) => Promise<StepValue<Name>>;

/** Creates the one way in which a run schedules its steps: queue, id, limits, summary, journal and failure in one place. */
export function createRunStep({ journal, storeId, heartbeatTimeoutMs }: StepContext): RunStep {
  return async (name, input, place = {}) => {
    const stage = ACTIVITY_STAGES[name];
    const { role, profile, priority } = placementOf(name, place.role);
    const summary = place.slide === undefined ? stageLabel(stage) : `${stageLabel(stage)} · slide ${place.slide}`;
    const queueOf = profile.scheduleToStartTimeoutMs === undefined ? roleQueue : probeQueue;
    const options = {
      ...activityOptions(profile, heartbeatTimeoutMs),
      taskQueue: queueOf(workflowInfo().taskQueue, role),
      activityId: place.slide === undefined ? name : `${name}-${place.slide}`,
      summary,
      priority: { priorityKey: priority },
    };
    journal.started(stage);
    try {
      // One call signature for all steps: the contract ties name, input and value together, TypeScript cannot follow it through the index.
      const activity = proxyActivities<Record<string, (...args: unknown[]) => Promise<unknown>>>(options)[name];
      if (activity === undefined) throw new TypeError(`No activity is named ${name}`);
      const result = (await activity(input, storeId)) as StepResult<StepValue<typeof name>>;
      journal.ended(stage, 'done');
      journal.warn(result.warnings);
      return result.value;
    } catch (error) {
      journal.ended(stage, 'failed');
      throw toRunFailure(error, name, place.slide ?? null);
    }
  };
}

/** A step that runs beside the workers of no model runs under the limits of local work. */
function placementOf(
  name: ActivityName,
  role: WorkerRole | undefined,
): { role: WorkerRole; profile: ActivityProfile; priority: StepPriority } {
  const usual = ACTIVITY_PLACEMENT[name];
  const profile = role === 'media' && usual.role !== 'media' ? PROFILES.local : PROFILES[usual.profile];
  return { role: role ?? usual.role, profile, priority: usual.priority };
}

function activityOptions(profile: ActivityProfile, heartbeatTimeoutMs: number): ActivityOptions {
  return {
    startToCloseTimeout: profile.startToCloseTimeoutMs,
    ...(profile.scheduleToStartTimeoutMs === undefined
      ? {}
      : { scheduleToStartTimeout: profile.scheduleToStartTimeoutMs }),
    heartbeatTimeout: heartbeatTimeoutMs,
    cancellationType: 'WAIT_CANCELLATION_COMPLETED',
    retry: {
      maximumAttempts: profile.maximumAttempts,
      initialInterval: profile.initialRetryMs,
      backoffCoefficient: 2,
      maximumInterval: profile.maximumRetryMs,
    },
  };
}
