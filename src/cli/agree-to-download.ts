import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { InputError } from '../contract/errors.ts';
import type { OllamaFindings } from '../writing/inspect-ollama.ts';
import type { CliContext } from './cli-context.ts';

/**
 * Asks whether the model that a run needs and Ollama lacks may be downloaded. True for a yes, false when there is nothing to
 * ask. Throws MODEL_MISSING for anything else, an end of input too, with the ways that work.
 */
export async function agreeToDownload(
  findings: OllamaFindings,
  host: string,
  { signal, stderr, stdin }: Pick<CliContext, 'signal' | 'stderr' | 'stdin'>,
): Promise<boolean> {
  if (findings.state !== 'running' || findings.choice.kind !== 'missing') return false;
  const { name } = findings.choice;
  // Not as a terminal: a Ctrl-C then reaches the process, which is what ends this command.
  using dialogue = createInterface({ input: stdin, output: stderr, terminal: false });
  const ended = once(dialogue, 'close').then(() => '');
  const question = `Ollama at ${host} has no model "${name}". Download ${name}? [y/N] `;
  const answered = dialogue.question(question, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
  const answer = await Promise.race([answered, ended]);
  if (/^\s*y(?:es)?\s*$/i.test(answer)) return true;
  const names = findings.models.slice(0, 5).map((model) => model.name);
  const others = names.length === 0 ? '' : `, take another one with --model (${names.join(', ')})`;
  throw new InputError(
    'MODEL_MISSING',
    `Nothing is made without the model "${name}"; get it with \`ollama pull ${name}\`${others}, or give --writer extractive with a document.`,
  );
}
