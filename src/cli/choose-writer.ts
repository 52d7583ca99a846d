import { assertWriter, needsModel } from '../jobs/assert-writer.ts';
import type { SourceChoice } from '../jobs/choose-source.ts';
import type { NamedRequest } from '../jobs/resolve-request.ts';
import {
  assertOllamaModel,
  inspectOllama,
  type OllamaFindings,
  type OllamaInspection,
} from '../writing/inspect-ollama.ts';
import { createModelAgent } from '../writing/model-agent.ts';
import { agreeToDownload } from './agree-to-download.ts';
import { assertOpenAiServer } from './assert-openai-server.ts';
import type { CliContext } from './cli-context.ts';

/**
 * Checks that something here can write what is asked for, with the model that is named, and asks on a terminal whether a
 * missing one may be downloaded. Returns the request with that answer. Throws WRITER_UNAVAILABLE, MODEL_MISSING, and what
 * stands in the way of a server.
 */
export async function chooseWriter(
  request: NamedRequest,
  source: SourceChoice,
  context: Pick<CliContext, 'config' | 'isInteractive' | 'nowMs' | 'signal' | 'stderr' | 'stdin'>,
): Promise<NamedRequest> {
  const { config, nowMs: now, signal } = context;
  await using agent = createModelAgent({ connections: 2 });
  const model = request.model ?? config.model;
  const ollama: OllamaInspection = {
    url: new URL(config.ollamaHost),
    agent,
    now,
    programPath: config.ollamaPath,
    searchPath: config.searchPath,
    model,
    contextTokens: config.contextTokens,
  };
  let findings: Promise<OllamaFindings> | null = null;
  const inspect = () => {
    findings ??= inspectOllama(ollama, signal);
    return findings;
  };
  const isElsewhere = config.temporal.kind === 'remote';
  const { openaiKey: key, openaiUrl } = config;
  await assertWriter(source, request, {
    isElsewhere,
    hasOpenAiServer: openaiUrl !== null,
    ollamaHost: ollama.url.host,
    inspectOllama: inspect,
  });
  if (isElsewhere || !needsModel(request, source)) return request;
  if (openaiUrl !== null && request.writer !== 'ollama') {
    const door = { baseUrl: new URL(openaiUrl), key, agent, now };
    await assertOpenAiServer(door, { request, model, inspectOllama: inspect }, signal);
    return request;
  }
  const found = await inspect();
  if (request.pull === true) return request;
  if (!context.isInteractive || context.stdin.isTTY !== true) {
    assertOllamaModel(ollama, found);
    return request;
  }
  const mayPull = await agreeToDownload(found, ollama.url.host, context);
  return mayPull ? { ...request, pull: true } : request;
}
