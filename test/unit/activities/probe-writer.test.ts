import { describe, expect, it } from 'vitest';
import { probeWriter } from '../../../src/activities/probe-writer.ts';
import { ConfigError, InputError, ProviderError } from '../../../src/contract/errors.ts';
import type { RunPlan } from '../../../src/contract/plan.ts';
import type { ModelProgress, ModelWriter, ReadyModel, WantedModel } from '../../../src/writing/writer.ts';
import { planWith } from '../../fixtures/sample-plan.ts';

const NEVER = new AbortController().signal;
const READY: ReadyModel = {
  model: 'llama3.1:8b',
  digest: 'sha256:46e0',
  warnings: [{ code: 'MODEL_SLOW', message: 'This model answers one call at a time.' }],
};

const nothing = (): never => {
  throw new TypeError('A probe asks for no text.');
};

/** A writer whose model is made ready by `prepareModel`; it can do nothing else. */
const writerThat = (id: string, prepareModel: ModelWriter['prepareModel']): ModelWriter => ({
  id,
  fingerprint: id,
  matterOf: nothing,
  writeOutline: nothing,
  writeSlide: nothing,
  tagNarration: nothing,
  prepareModel,
});

const ready = writerThat('ollama', async () => READY);
const nobody = (id: string) => writerThat(id, async () => null);
const failing = (id: string, error: Error) => writerThat(id, () => Promise.reject(error));
const topic: Partial<RunPlan> = {
  document: null,
  source: null,
  sourceName: null,
  topic: 'Tides',
  embeddedWriter: null,
};
const wantedWriter = (writer: string): Partial<RunPlan> => ({ wanted: { ...planWith({}).wanted, writer } });

const probe = (writers: readonly ModelWriter[], plan: Partial<RunPlan> = {}, signal = NEVER) =>
  probeWriter(writers, planWith(plan), () => undefined, signal);
const missing = new ConfigError('MODEL_MISSING', 'The model "qwen3:8b" is not installed.');

describe('probeWriter', () => {
  it('takes the first writer whose model is ready, with the weights that the name means now, its warnings, and why not another', async () => {
    const choice = { writer: 'ollama', model: 'llama3.1:8b', modelDigest: 'sha256:46e0', role: 'gpu' };
    expect(await probe([nobody('openai'), ready, failing('third', missing)])).toEqual({
      choice,
      warnings: READY.warnings,
    });
    expect(await probe([failing('openai', missing), ready])).toEqual({
      choice,
      warnings: [
        {
          code: 'WRITER_REPLACED',
          message: 'The model "qwen3:8b" is not installed. So the writer "ollama" was asked.',
        },
        ...READY.warnings,
      ],
    });
  });

  it('passes on which model is wanted, whether it may be downloaded, and how far the download is', async () => {
    const asked: WantedModel[] = [];
    const seen: ModelProgress[] = [];
    const half: ModelProgress = { what: 'Downloading qwen3:8b', doneBytes: 1, totalBytes: 2 };
    const loading = writerThat('ollama', async (wanted, report) => {
      asked.push(wanted);
      report(half);
      return READY;
    });
    const plan = planWith({ wanted: { ...planWith({}).wanted, model: 'qwen3:8b', pull: true } });
    await probeWriter([loading], plan, (progress) => seen.push(progress), NEVER);
    expect(asked).toEqual([{ model: 'qwen3:8b', mayPull: true }]);
    expect(seen).toEqual([half]);
  });

  it('asks no model for the writer without one, so that no server is started and nothing is told', async () => {
    expect(await probe([failing('ollama', missing)], wantedWriter('extractive'))).toEqual({
      choice: null,
      warnings: [],
    });
  });

  it('asks only the writer that was named, though another one is ready', async () => {
    const openai = writerThat('openai', async () => ({ ...READY, model: 'qwen3', digest: null, warnings: [] }));
    expect(await probe([ready, openai], wantedWriter('openai'))).toEqual({
      choice: { writer: 'openai', model: 'qwen3', modelDigest: null, role: 'gpu' },
      warnings: [],
    });
  });
});

describe('probeWriter without a model, under auto and with a document', () => {
  it('goes on in silence where no server is there, since nothing is missing that somebody asked for', async () => {
    expect(await probe([nobody('ollama'), nobody('openai')])).toEqual({ choice: null, warnings: [] });
  });

  it('says who was asked where a model was wanted by name, since the lecture is then another one', async () => {
    const wanted = { ...planWith({}).wanted, model: 'qwen3:8b' };
    expect((await probe([nobody('ollama'), nobody('openai')], { wanted })).warnings).toEqual([
      {
        code: 'WRITER_REPLACED',
        message:
          'No server answered that could have the model "qwen3:8b" (ollama, openai). So the text was taken from the document, without a model.',
      },
    ]);
  });

  it('gives the reason of the first that was there and could not write', async () => {
    const late = new ProviderError('PROVIDER_UNREACHABLE', 'The server hung up.', { provider: 'openai' });
    const { warnings } = await probe([nobody('first'), failing('ollama', missing), failing('openai', late)]);
    expect(warnings).toEqual([
      {
        code: 'WRITER_REPLACED',
        message: 'The model "qwen3:8b" is not installed. So the text was taken from the document, without a model.',
      },
    ]);
  });

  it('warns of nothing where this worker knows no model at all, since none was asked', async () => {
    expect(await probe([])).toEqual({ choice: null, warnings: [] });
  });
});

describe('probeWriter refuses to go on without a model', () => {
  it('for a topic alone: with what stood in the way, unchanged', async () => {
    await expect(probe([failing('ollama', missing)], topic)).rejects.toBe(missing);
  });

  it('for a topic alone when nobody is there: with the topic and every way out', async () => {
    const error = await probe([nobody('ollama')], topic).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: 'WRITER_UNAVAILABLE' });
    expect(String(error)).toMatch(/"Tides".*Ollama.*LECTRA_OPENAI_URL.*document/u);
  });

  it('for a writer asked for by name: with what stood in the way, though a document is there', async () => {
    await expect(probe([failing('ollama', missing)], wantedWriter('ollama'))).rejects.toBe(missing);
  });

  it('for a writer asked for by name that does not answer, and for one that this worker does not have', async () => {
    await expect(probe([nobody('ollama')], wantedWriter('ollama'))).rejects.toMatchObject({
      code: 'PROVIDER_UNREACHABLE',
      message: 'No server of the writer "ollama" answers; start it, or leave out --writer.',
    });
    await expect(probe([ready], wantedWriter('openai'))).rejects.toMatchObject({
      code: 'WRITER_UNAVAILABLE',
      message: expect.stringContaining('LECTRA_OPENAI_URL'),
    });
  });

  it('for a cancel or a defect: both come back as they are, and no other writer is asked', async () => {
    const reason = new Error('cancelled');
    const unasked = writerThat('openai', nothing);
    await expect(probe([failing('ollama', reason), unasked])).rejects.toBe(reason);
  });
});
