import type { AgentAnswer } from '../model-agent.ts';
import { type OpenAiDoor, openAiAddress } from './openai-door.ts';

/** Sends a request, a POST when it has a body, and returns whatever is answered. Throws as fetch does. */
export async function sendOpenAi(
  door: OpenAiDoor,
  request: { readonly path: string; readonly body: unknown },
  signal: AbortSignal,
): Promise<AgentAnswer> {
  const { path, body } = request;
  const isPost = body !== undefined;
  return await door.agent.send(openAiAddress(door, path), {
    method: isPost ? 'POST' : 'GET',
    headers: {
      accept: isPost ? 'text/event-stream, application/json' : 'application/json',
      ...(isPost ? { 'content-type': 'application/json' } : {}),
      ...(door.key === null ? {} : { authorization: `Bearer ${door.key}` }),
    },
    body: isPost ? JSON.stringify(body) : null,
    signal,
  });
}
