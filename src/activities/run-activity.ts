import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { stepKey } from '../artifacts/step-key.ts';
import { ConfigError } from '../contract/errors.ts';
import type { ModelUsage, StepResult, Warning } from '../contract/step-result.ts';
import type { JsonValue } from '../shared/canonical-json.ts';
import { toApplicationFailure } from './to-application-failure.ts';

/** Cancellation reaches an activity only in the answer to a heartbeat, so it beats often. */
const HEARTBEAT_INTERVAL_MS = 500;

/** What a step gets beside its input. */
export interface StepScope {
  readonly signal: AbortSignal;
  /** Shown in the Temporal UI while the step runs; keep it tiny. */
  readonly report: (progress: JsonValue) => void;
  /** From 1. */
  readonly attempt: number;
}

export interface StepOutput<Value> {
  readonly value: Value;
  readonly warnings?: readonly Warning[];
  /** False for a result that is worse than it should be: it is used, but never kept for later runs. */
  readonly keep?: boolean;
  /** What it asked of a model; a stored result asked nothing. */
  readonly usage?: ModelUsage;
}

export interface StepDefinition<Input, Value> {
  readonly name: string;
  /** Everything that can change the result, and nothing else; null for a step that must run each time. */
  readonly ingredients: ((input: Input) => Promise<IngredientTable> | IngredientTable) | null;
  readonly run: (input: Input, scope: StepScope) => Promise<StepOutput<Value>>;
}

type IngredientTable = { readonly [name: string]: JsonValue | undefined };

/**
 * Makes an activity of a step: heartbeat, cancellation, reuse of a stored result, and conversion of errors, in one
 * place. The first result that reaches the store counts for everybody.
 */
export function defineActivity<Input, Value>(
  store: ArtifactStore,
  step: StepDefinition<Input, Value>,
): (input: Input, storeId: string | null) => Promise<StepResult<Value>> {
  return async (input, storeId) => {
    const startedAtMs = Date.now();
    // Set by nobody, unlike the clock.
    const startMs = performance.now();
    const { attempt, currentAttemptScheduledTimestampMs } = activityInfo();
    let progress: JsonValue = null;
    const beat = setInterval(() => heartbeat(progress), HEARTBEAT_INTERVAL_MS);
    heartbeat(progress);
    try {
      assertSameStore(store, storeId);
      const scope = {
        signal: cancellationSignal(),
        attempt,
        report: (next: JsonValue) => {
          progress = next;
        },
      };
      const { output, cached } = await reuseOrRun(store, step, input, scope);
      return {
        value: output.value,
        cached,
        warnings: output.warnings ?? [],
        ...(output.usage === undefined ? {} : { usage: output.usage }),
        queuedMs: Math.max(0, startedAtMs - currentAttemptScheduledTimestampMs),
        ranMs: Math.round(performance.now() - startMs),
        attempt,
      };
    } catch (error) {
      // Temporal reports a cancel, pause or reset rightly only when the signal's own reason comes back.
      throw cancellationSignal().aborted ? cancellationSignal().reason : toApplicationFailure(error);
    } finally {
      clearInterval(beat);
    }
  };
}

async function reuseOrRun<Input, Value>(
  store: ArtifactStore,
  step: StepDefinition<Input, Value>,
  input: Input,
  scope: StepScope,
): Promise<{ output: StepOutput<Value>; cached: boolean }> {
  const ingredients = await step.ingredients?.(input);
  if (ingredients === undefined) return { output: await step.run(input, scope), cached: false };

  const key = stepKey(step.name, ingredients);
  const found = await store.findStep(key);
  // The index returns what this very step stored under this very key, so its value has this step's type.
  if (found !== null) return { output: found as StepOutput<Value>, cached: true };

  const output = await step.run(input, scope);
  if (output.keep === false) return { output, cached: false };
  const winner = await store.recordStep(key, { value: output.value as JsonValue, warnings: output.warnings ?? [] });
  const { usage } = output;
  return { output: { ...(winner as StepOutput<Value>), ...(usage === undefined ? {} : { usage }) }, cached: false };
}

function assertSameStore(store: ArtifactStore, storeId: string | null): void {
  if (storeId === null || storeId === store.id) return;
  throw new ConfigError(
    'STORE_MISMATCH',
    `This worker uses the artifact store ${store.id} in ${store.location}, but the run lives in the store ${storeId}.`,
  );
}
