import { InputError, LectraError, ProviderError } from '../contract/errors.ts';
import type { RunPlan, WriterChoice } from '../contract/plan.ts';
import type { Warning } from '../contract/step-result.ts';
import type { ModelProgress, ModelWriter } from '../writing/writer.ts';

interface ProbedWriter {
  /** Null leaves the run to the writer without a model. */
  readonly choice: WriterChoice | null;
  readonly warnings: readonly Warning[];
}

/**
 * Makes the model of a run ready and returns the choice. Under `auto` a run with a document goes on without a model, and
 * the user is told what stood in the way of one that was there or wanted; a topic alone, or a writer that was asked for by
 * name, throws it.
 */
export async function probeWriter(
  writers: readonly ModelWriter[],
  plan: RunPlan,
  report: (progress: ModelProgress) => void,
  signal: AbortSignal,
): Promise<ProbedWriter> {
  const { wanted } = plan;
  if (wanted.writer === 'extractive') return { choice: null, warnings: [] };
  const asked = wanted.writer === 'auto' ? writers : writers.filter(({ id }) => id === wanted.writer);
  const failures: LectraError[] = [];
  for (const writer of asked) {
    try {
      const ready = await writer.prepareModel({ model: wanted.model, mayPull: wanted.pull }, report, signal);
      if (ready === null) continue;
      const { digest, model, warnings } = ready;
      const replaced = failures.map(({ message }) => replacedBecause(message, `the writer "${writer.id}" was asked`));
      return {
        choice: { writer: writer.id, model, modelDigest: digest, role: 'gpu' },
        warnings: [...replaced, ...warnings],
      };
    } catch (error) {
      if (!(error instanceof LectraError)) throw error;
      failures.push(error);
    }
  }
  const [failure] = failures;
  const isReplaceable = wanted.writer === 'auto' && plan.embeddedWriter !== null;
  if (!isReplaceable) throw failure ?? nobodyThere(plan, asked);
  return { choice: null, warnings: warnOfReplacement(plan, asked, failure) };
}

/** Who has no model server and asked for none misses nothing. */
function warnOfReplacement(
  { wanted }: RunPlan,
  asked: readonly ModelWriter[],
  failure: LectraError | undefined,
): readonly Warning[] {
  if (failure === undefined && (wanted.model === null || asked.length === 0)) return [];
  const names = asked.map(({ id }) => id).join(', ');
  const reason = failure?.message ?? `No server answered that could have the model "${wanted.model}" (${names}).`;
  return [replacedBecause(reason, 'the text was taken from the document, without a model')];
}

function replacedBecause(reason: string, instead: string): Warning {
  return { code: 'WRITER_REPLACED', message: `${reason} So ${instead}.` };
}

function nobodyThere({ topic, wanted }: RunPlan, asked: readonly ModelWriter[]): LectraError {
  if (wanted.writer !== 'auto' && asked.length === 0) {
    return new InputError(
      'WRITER_UNAVAILABLE',
      `The writer "${wanted.writer}" is not set up on this worker; set LECTRA_OPENAI_URL, such as http://127.0.0.1:8000/v1, where the workers start.`,
    );
  }
  if (wanted.writer !== 'auto') {
    return new ProviderError(
      'PROVIDER_UNREACHABLE',
      `No server of the writer "${wanted.writer}" answers; start it, or leave out --writer.`,
      { provider: wanted.writer },
    );
  }
  return new InputError(
    'WRITER_UNAVAILABLE',
    `No model is there to write from the topic "${topic ?? ''}" alone; install Ollama (https://ollama.com) and a model, set LECTRA_OPENAI_URL, or give a document.`,
  );
}
