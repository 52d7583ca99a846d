import type { Written } from '../writing/writer.ts';
import type { StepOutput } from './run-activity.ts';

/** Returns the output of a step that a writer worked for: what rules had to mend is not kept for later runs. */
export function toStepOutput<Value>({ isMended, usage, warnings }: Written<unknown>, value: Value): StepOutput<Value> {
  return { value, warnings, keep: !isMended, ...(usage === null ? {} : { usage }) };
}
