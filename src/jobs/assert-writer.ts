import { InputError } from '../contract/errors.ts';
import type { PresentationRequest } from '../contract/schemas/request.ts';
import type { OllamaFindings } from '../writing/inspect-ollama.ts';
import type { SourceChoice } from './choose-source.ts';

/** What could write with a model. */
export interface ModelServers {
  /** Workers may be on other machines, with servers that are not seen from here. */
  readonly isElsewhere: boolean;
  readonly hasOpenAiServer: boolean;
  /** Host and port where an Ollama would answer. */
  readonly ollamaHost: string;
  /** Looks at Ollama; throws what stands in its way. */
  readonly inspectOllama: () => Promise<OllamaFindings>;
}

/** Returns whether a request needs a model: for a topic that nobody reads up on, or because it names one. */
export function needsModel({ model, research, writer }: PresentationRequest, source: SourceChoice): boolean {
  if (writer === 'ollama' || writer === 'openai') return true;
  if (writer === 'extractive') return false;
  return model !== undefined || (source.kind === 'topic' && research !== true);
}

/**
 * Refuses before anything is started what nothing here can write: a topic, as the writer without a model takes its
 * sentences from a text and invents nothing, and a writer or a model asked for by name that has no server. Throws
 * WRITER_UNAVAILABLE with the ways that work, and what stands in the way of an Ollama that is there.
 */
export async function assertWriter(
  source: SourceChoice,
  request: PresentationRequest,
  servers: ModelServers,
): Promise<void> {
  const isTopicAlone = source.kind === 'topic' && request.research !== true;
  if (isTopicAlone && request.writer === 'extractive') {
    throw refuse(source.topic, 'The writer "extractive" cannot write');
  }
  if (servers.isElsewhere) return;
  if (request.writer === 'openai' && !servers.hasOpenAiServer) throw noOpenAiServer();
  if (!needsModel(request, source)) return;
  if (servers.hasOpenAiServer && request.writer !== 'ollama') return;
  const findings = await servers.inspectOllama();
  if (findings.state === 'running' || findings.program !== null) return;
  throw isTopicAlone ? refuse(source.topic, 'Nothing here can write') : noOllama(servers.ollamaHost, request);
}

function noOpenAiServer(): InputError {
  return new InputError(
    'WRITER_UNAVAILABLE',
    '--writer openai needs the address of a server; set LECTRA_OPENAI_URL, such as http://127.0.0.1:8000/v1 (vLLM, llama-server, LM Studio).',
  );
}

function noOllama(host: string, { model, writer }: PresentationRequest): InputError {
  const asked = [writer === 'ollama' ? '--writer' : null, model === undefined ? null : '--model'];
  return new InputError(
    'WRITER_UNAVAILABLE',
    `No Ollama answers at ${host}, and none is installed here; install it from https://ollama.com/download, set OLLAMA_HOST to where it runs, or leave out ${asked.filter((flag) => flag !== null).join(' and ')}.`,
  );
}

function refuse(topic: string, nothing: string): InputError {
  return new InputError(
    'WRITER_UNAVAILABLE',
    `${nothing} a lecture from the topic "${topic}" alone; give it a text or a model:
  a document         lectra generate notes.md, or - for standard input
  Wikipedia          lectra generate "${topic}" --research
  Ollama             install it from https://ollama.com/download, or set OLLAMA_HOST to where it runs
  another server     LECTRA_OPENAI_URL=http://127.0.0.1:8000/v1 (vLLM, llama-server, LM Studio)`,
  );
}
