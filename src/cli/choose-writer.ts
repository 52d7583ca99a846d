import { assertWriter, needsModel } from '../jobs/assert-writer.ts';
import type { SourceChoice } from '../jobs/choose-source.ts';
import type { NamedRequest } from '../jobs/resolve-request.ts';
import { inspectOllama } from '../writing/inspect-ollama.ts';
import { createModelAgent } from '../writing/model-agent.ts';
import { agreeToDownload } from './agree-to-download.ts';
import type { CliContext } from './cli-context.ts';

/**
 * Checks that something here can write what is asked for, and asks on a terminal whether a missing model may be downloaded.
 * Returns the request with that answer. Throws WRITER_UNAVAILABLE, MODEL_MISSING, and what stands in the way of Ollama.
 */
export async function chooseWriter(
  request: NamedRequest,
  source: SourceChoice,
  context: Pick<CliContext, 'config' | 'isInteractive' | 'nowMs' | 'signal' | 'stderr' | 'stdin'>,
): Promise<NamedRequest> {
  const { config, nowMs, signal } = context;
  await using agent = createModelAgent({ connections: 2 });
  const inspect = () =>
    inspectOllama(
      {
        url: new URL(config.ollamaHost),
        agent,
        now: nowMs,
        programPath: config.ollamaPath,
        searchPath: config.searchPath,
        model: request.model ?? config.model,
        contextTokens: config.contextTokens,
      },
      signal,
    );
  const isElsewhere = config.temporal.kind === 'remote';
  const hasOpenAiServer = config.openaiUrl !== null;
  await assertWriter(source, request, {
    isElsewhere,
    hasOpenAiServer,
    ollamaHost: new URL(config.ollamaHost).host,
    inspectOllama: inspect,
  });
  const mayAsk = context.isInteractive && context.stdin.isTTY === true && request.pull !== true && !isElsewhere;
  const isForOllama = request.writer === 'ollama' || (request.writer !== 'openai' && !hasOpenAiServer);
  if (!mayAsk || !isForOllama || !needsModel(request, source)) return request;
  const mayPull = await agreeToDownload(await inspect(), new URL(config.ollamaHost).host, context);
  return mayPull ? { ...request, pull: true } : request;
}
