import type { ServerResponse } from 'node:http';
import type { ServiceClock } from '../service-clock.ts';
import { digestOf, type OllamaModel } from './ollama-model.ts';
import { sendJson } from './send-json.ts';

/** Progress lines of one download. */
const LINES = 4;

/** A download that a client asked for. */
export interface PullRequest {
  /** `null` when no library has the model. */
  readonly model: OllamaModel | null;
  readonly stream: boolean;
  /** Time of the whole download, in milliseconds. */
  readonly durationMs: number;
}

/**
 * Plays a download: its progress as lines, or one body at the end. An unknown model is an `error` line after status 200.
 *
 * @returns whether the model is there now
 * @throws the reason of the signal
 */
export async function pullModel(
  { model, stream, durationMs }: PullRequest,
  response: ServerResponse,
  clock: ServiceClock,
  signal: AbortSignal,
): Promise<boolean> {
  const missing = { error: 'pull model manifest: file does not exist' };
  const send = (line: Record<string, unknown>) => {
    if (stream) response.write(`${JSON.stringify(line)}\n`);
  };
  if (stream) response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  send({ status: 'pulling manifest' });
  if (model === null) {
    send(missing);
    if (stream) response.end();
    else sendJson(response, 500, missing);
    return false;
  }
  const digest = `sha256:${digestOf(model)}`;
  const status = `pulling ${digestOf(model).slice(0, 12)}`;
  for (let line = 0; line <= LINES; line += 1) {
    await clock.sleep(line === 0 ? 0 : durationMs / LINES, signal);
    const completed = Math.floor((model.sizeBytes * line) / LINES);
    send({ status, digest, total: model.sizeBytes, ...(completed > 0 && { completed }) });
  }
  for (const last of ['verifying sha256 digest', 'writing manifest', 'success']) send({ status: last });
  if (stream) response.end();
  else sendJson(response, 200, { status: 'success' });
  return true;
}
