import type { ServerResponse } from 'node:http';
import type { GenerationCounts, GenerationPart } from './generate.ts';
import type { GenerationRequest } from './generation-request.ts';
import { resetConnection } from './reset-connection.ts';
import { sendJson } from './send-json.ts';

const NS_PER_MS = 1_000_000;

/**
 * Sends the parts of a generation as the server does: a line a token, with the headers only when the first part is there, or
 * one body when the request wants no stream.
 *
 * @throws what the generation throws, before any byte of the answer is sent
 */
export async function sendGeneration(
  request: GenerationRequest,
  parts: AsyncIterable<GenerationPart>,
  response: ServerResponse,
  nowMs: () => number,
): Promise<void> {
  const head = () => ({ model: request.model, created_at: new Date(nowMs()).toISOString() });
  const text = (content: string, thinking: string) => {
    const thoughts = thinking === '' ? {} : { thinking };
    if (request.operation === 'generate') return { response: content, ...thoughts };
    return { message: { role: 'assistant', content, ...thoughts } };
  };
  let content = '';
  let thinking = '';
  let isDone = false;
  const sendLine = (line: Record<string, unknown>) => {
    if (!response.headersSent) response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    response.write(`${JSON.stringify(line)}\n`);
  };

  for await (const part of parts) {
    switch (part.kind) {
      case 'token':
        content += part.isThinking ? '' : part.text;
        thinking += part.isThinking ? part.text : '';
        if (!request.stream) break;
        sendLine({ ...head(), ...(part.isThinking ? text('', part.text) : text(part.text, '')), done: false });
        break;
      case 'done': {
        isDone = true;
        const end = {
          done: true,
          done_reason: part.reason,
          ...(part.counts !== null && toCounts(request, part.counts)),
        };
        if (part.counts === null || !request.stream)
          sendJson(response, 200, { ...head(), ...text(content, thinking), ...end });
        else sendLine({ ...head(), ...text('', ''), ...end });
        break;
      }
      case 'error':
        isDone = true;
        if (request.stream) sendLine({ error: part.message });
        else sendJson(response, 500, { error: part.message });
        break;
      case 'reset':
        await resetConnection(response);
        return;
    }
  }
  if (!isDone && !request.stream) await resetConnection(response);
  else if (!response.writableEnded) response.end();
}

function toCounts(request: GenerationRequest, counts: GenerationCounts): Record<string, unknown> {
  const toNs = (durationMs: number) => Math.max(1, Math.round(durationMs * NS_PER_MS));
  const tokenIds = Array.from({ length: counts.promptTokens + counts.answerTokens }, (_, at) => at);
  return {
    ...(request.operation === 'generate' && { context: tokenIds }),
    total_duration: toNs(counts.totalMs),
    load_duration: toNs(counts.loadMs),
    prompt_eval_count: counts.promptTokens,
    prompt_eval_duration: toNs(counts.promptMs),
    eval_count: counts.answerTokens,
    eval_duration: toNs(counts.answerMs),
  };
}
