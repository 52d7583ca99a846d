import { LectraError } from '../contract/errors.ts';
import type { PresentationRequest } from '../contract/schemas/request.ts';
import type { OllamaFindings } from '../writing/inspect-ollama.ts';
import { assertOpenAiModel } from '../writing/inspect-openai.ts';

type OpenAiDoor = Parameters<typeof assertOpenAiModel>[0];

interface WantedFromServer {
  readonly request: Pick<PresentationRequest, 'writer' | 'pull'>;
  /** Null takes the first that the server lists. */
  readonly model: string | null;
  readonly inspectOllama: () => Promise<OllamaFindings>;
}

/**
 * Checks that the server that LECTRA_OPENAI_URL names has the model; where no writer is named, an Ollama that has it or may
 * still get it will do, as a run asks that next. Throws MODEL_MISSING and what a call to the server throws.
 */
export async function assertOpenAiServer(
  door: OpenAiDoor,
  { inspectOllama, model, request }: WantedFromServer,
  signal: AbortSignal,
): Promise<void> {
  try {
    await assertOpenAiModel(door, model, signal);
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    if (request.writer === 'openai' || !(await canReplace(inspectOllama, request.pull === true))) throw error;
  }
}

/** What stands in the way of an Ollama is not what the user has to hear, who named another server. */
async function canReplace(inspectOllama: WantedFromServer['inspectOllama'], mayPull: boolean): Promise<boolean> {
  try {
    const findings = await inspectOllama();
    return findings.state === 'silent' ? findings.program !== null : mayPull || findings.choice.kind === 'installed';
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    return false;
  }
}
