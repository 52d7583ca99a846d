import packageJson from '../../package.json' with { type: 'json' };
import { InputError } from '../contract/errors.ts';
import { readTopic } from '../documents/read-topic.ts';
import { chooseSource } from '../jobs/choose-source.ts';
import { fetchSource } from '../jobs/fetch-source.ts';
import { nameFromText } from '../jobs/name-from-text.ts';
import { pathKind } from '../jobs/path-kind.ts';
import { type GivenSource, readSourceFile, readSourceStream } from '../jobs/read-source.ts';
import { type NamedRequest, type RequestWords, resolveRequest } from '../jobs/resolve-request.ts';
import { chooseWriter } from './choose-writer.ts';
import type { CliContext } from './cli-context.ts';

/** Everything of a request that can be checked before a service is started. */
export interface PreparedRequest {
  readonly request: NamedRequest;
  /** Null for a topic alone. */
  readonly source: GivenSource | null;
}

/** Checks the words and reads or fetches the document. Nothing is written or started. Throws InputErrors. */
export async function prepareRequest(
  argument: string | undefined,
  words: RequestWords & { readonly topic?: string | undefined },
  context: Pick<CliContext, 'config' | 'cwd' | 'isInteractive' | 'nowMs' | 'signal' | 'stderr' | 'stdin'>,
): Promise<PreparedRequest> {
  const { cwd, signal, stdin } = context;
  const choice = await chooseSource({ argument: argument ?? null, topic: words.topic ?? null }, (path) =>
    pathKind(cwd, path),
  );
  const asked = resolveRequest(words, choice);
  // Before anybody is asked to download a model for a topic that no slide can show.
  if (choice.kind === 'topic') readTopic(choice.topic, asked.language ?? null);
  const request = await chooseWriter(asked, choice, context);
  if (choice.kind === 'file') return { request, source: await readSourceFile(cwd, choice.path) };
  if (choice.kind === 'topic') return { request, source: null };
  if (choice.kind === 'url') return { request, source: await fetchShown(choice.url, context) };
  if (stdin.isTTY) {
    throw new InputError(
      'INPUT_INVALID',
      'Standard input is the keyboard; pipe a text in: lectra generate - < notes.txt',
    );
  }
  const source = await readSourceStream(stdin, signal);
  // A text without a file name is named by its first line.
  return { request: { ...request, project: words.project ?? nameFromText(source.bytes) }, source };
}

async function fetchShown(
  url: URL,
  { config, nowMs, signal, stderr }: Pick<CliContext, 'config' | 'nowMs' | 'signal' | 'stderr'>,
): Promise<GivenSource> {
  stderr.write(`Fetching ${url.host}${url.pathname} …\n`);
  const userAgent = `Lectra/${packageJson.version}`;
  return fetchSource(url, { allowedHosts: config.allowedHosts, now: nowMs, userAgent }, signal);
}
