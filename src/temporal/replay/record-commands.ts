import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { WantedStep } from '../find-first-difference.ts';

/** Out of the workflow's sandbox, to the process that replays. */
export interface CommandSinks extends Sinks {
  readonly commands: { record(step: WantedStep): void };
}

/** Tells which steps today's code wants, in order: the SDK's own error often names neither event nor slide. */
export function interceptors(): WorkflowInterceptors {
  const { commands } = proxySinks<CommandSinks>();
  return {
    outbound: [
      {
        // Nothing is awaited here: one more turn of the promise queue would itself change what is replayed.
        scheduleActivity: (input, next) => {
          const { activityId, summary } = input.options;
          commands.record({
            activity: input.activityType,
            activityId: activityId ?? String(input.seq),
            label: summary ?? null,
          });
          return next(input);
        },
      },
    ],
  };
}
