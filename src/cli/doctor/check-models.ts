import type { Config } from '../../config/config.ts';
import { LectraError } from '../../contract/errors.ts';
import {
  inspectOllama,
  measureOllama,
  type OllamaFindings,
  type OllamaInspection,
} from '../../writing/inspect-ollama.ts';
import { inspectOpenAi } from '../../writing/inspect-openai.ts';
import { createModelAgent } from '../../writing/model-agent.ts';
import { describeMeasure } from './describe-measure.ts';
import { type DoctorRow, okRow } from './doctor-row.ts';

/** A server with more slots than these serves any lecture at once. */
const MOST_CALLS = 16;
const LEAST_CALLS = 4;
const MOST_NAMES = 8;

interface Look {
  readonly config: Config;
  readonly nowMs: () => number;
  /** Sentences on what takes long. */
  readonly say: (message: string) => void;
}

/**
 * Looks at the servers that can write with a model, and measures the one that would: that loads it. Without any, Lectra
 * makes lectures of documents, so nothing here is ever missing.
 */
export async function checkModels(look: Look, signal: AbortSignal): Promise<readonly DoctorRow[]> {
  const { config } = look;
  const calls = Math.min(MOST_CALLS, Math.max(LEAST_CALLS, config.gpuSlots));
  await using agent = createModelAgent({ connections: calls + 1 });
  const ollama: OllamaInspection = {
    url: new URL(config.ollamaHost),
    agent,
    now: look.nowMs,
    programPath: config.ollamaPath,
    searchPath: config.searchPath,
    model: config.model,
    contextTokens: config.contextTokens,
  };
  const rows = await orWarning('Ollama', 'set OLLAMA_HOST or LECTRA_OLLAMA, or unset them', async () => {
    const findings = await inspectOllama(ollama, signal);
    const measured = await measure(look, ollama, findings, calls, signal);
    return [...describeFindings(config, findings), ...measured];
  });
  return [...rows, ...(await checkOpenAi(look, agent, signal))];
}

async function measure(
  { config, say }: Look,
  ollama: OllamaInspection,
  findings: OllamaFindings,
  calls: number,
  signal: AbortSignal,
): Promise<readonly DoctorRow[]> {
  if (findings.state !== 'running' || findings.choice.kind !== 'installed') return [];
  const { model } = findings.choice;
  say(`Loading ${model.name} to measure how many calls Ollama answers at once …`);
  return orWarning(`Model ${model.name}`, 'look into the log of Ollama, or take a smaller model', async () =>
    describeMeasure({ ...(await measureOllama(ollama, { calls, model }, signal)), name: model.name, calls }, config),
  );
}

function describeFindings(config: Config, findings: OllamaFindings): readonly DoctorRow[] {
  const address = config.ollamaHost;
  if (findings.state === 'silent') {
    if (findings.program !== null) {
      return [okRow('Ollama', `not running; a run that needs it starts ${findings.program} at ${address}`)];
    }
    const found = `nothing answers at ${address}, and none is installed: lectures are made of documents, by rule`;
    const mend = 'install it from https://ollama.com/download, or set OLLAMA_HOST to where it runs';
    return [{ name: 'Ollama', state: 'warning', found, needed: 'Ollama, for lectures on a topic', mend }];
  }
  const { choice, models, version } = findings;
  const names = models.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = models.length - names.length;
  const list = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const server = okRow('Ollama', `${version} at ${address}`);
  if (choice.kind === 'installed') return [server, okRow('Models', list)];
  const found = names.length === 0 ? 'none yet' : list;
  const mend = `ollama pull ${choice.name}${config.model === null ? '' : ', or correct LECTRA_MODEL'}`;
  return [server, { name: 'Models', state: 'warning', found, needed: choice.name, mend }];
}

async function checkOpenAi(
  { config, nowMs }: Look,
  agent: ReturnType<typeof createModelAgent>,
  signal: AbortSignal,
): Promise<readonly DoctorRow[]> {
  const { openaiKey: key, openaiUrl } = config;
  if (openaiUrl === null) return [];
  const name = 'OpenAI server';
  return orWarning(name, 'start it, or correct LECTRA_OPENAI_URL and LECTRA_OPENAI_KEY', async () => {
    const models = await inspectOpenAi({ baseUrl: new URL(openaiUrl), key, agent, now: nowMs }, signal);
    return [
      okRow(name, `${openaiUrl} with ${models.length === 0 ? 'no model' : models.slice(0, MOST_NAMES).join(', ')}`),
    ];
  });
}

async function orWarning(
  name: string,
  mend: string,
  look: () => Promise<readonly DoctorRow[]>,
): Promise<readonly DoctorRow[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    return [{ name, state: 'warning', found: error.message, needed: 'a server with a model that writes', mend }];
  }
}
