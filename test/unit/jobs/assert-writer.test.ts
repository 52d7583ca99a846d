import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../../src/contract/errors.ts';
import { assertWriter, type ModelServers, needsModel } from '../../../src/jobs/assert-writer.ts';

const topic = { kind: 'topic', topic: 'volcanoes' } as const;
const file = { kind: 'file', path: 'notes.md' } as const;

const nothing: ModelServers = {
  isElsewhere: false,
  hasOpenAiServer: false,
  ollamaHost: '127.0.0.1:11434',
  inspectOllama: async () => ({ state: 'silent', program: null }),
};
const unasked = () => Promise.reject(new Error('Nobody has to look at Ollama.'));

describe('a topic', () => {
  it('is refused with the ways that work when nothing here can write from it', async () => {
    await expect(assertWriter(topic, {}, nothing)).rejects.toMatchObject({
      code: 'WRITER_UNAVAILABLE',
      message: expect.stringMatching(/"volcanoes".*notes\.md.*--research.*ollama\.com.*LECTRA_OPENAI_URL/s),
    });
  });

  it.each([
    ['somebody may read up on it', { research: true }, {}],
    ['workers are on other machines', {}, { isElsewhere: true }],
    ['another server is named', {}, { hasOpenAiServer: true }],
    ['that server is asked for', { writer: 'openai' }, { hasOpenAiServer: true }],
  ] as const)('passes without a look at Ollama where %s', async (_why, request, servers) => {
    await expect(
      assertWriter(topic, request, { ...nothing, inspectOllama: unasked, ...servers }),
    ).resolves.toBeUndefined();
  });

  it('passes where Ollama answers or can be started, as its model may still be downloaded', async () => {
    const choice = { kind: 'missing', name: 'llama3.1:8b', installed: [] } as const;
    const running = async () => ({ state: 'running', version: '0.33.0', models: [], choice }) as const;
    const installed = async () => ({ state: 'silent', program: '/usr/bin/ollama' }) as const;
    for (const inspectOllama of [running, installed]) {
      await expect(assertWriter(topic, {}, { ...nothing, inspectOllama })).resolves.toBeUndefined();
    }
  });

  it('is refused with what stands in the way of an Ollama that is there', async () => {
    const tooOld = new ProviderError('PROVIDER_UNSUITABLE', 'Too old.', { provider: 'Ollama' });
    const inspectOllama = () => Promise.reject(tooOld);
    await expect(assertWriter(topic, {}, { ...nothing, inspectOllama })).rejects.toBe(tooOld);
  });

  it('is refused for the writer that needs a text, whatever models there are', async () => {
    const request = { writer: 'extractive' } as const;
    await expect(assertWriter(topic, request, { ...nothing, hasOpenAiServer: true })).rejects.toThrow(
      'The writer "extractive" cannot write',
    );
  });
});

it.each([
  ['a topic', topic],
  ['a document', file],
])(
  'refuses %s for an OpenAI-compatible server that nobody named, before anything is started',
  async (_what, source) => {
    await expect(assertWriter(source, { writer: 'openai' }, nothing)).rejects.toMatchObject({
      code: 'WRITER_UNAVAILABLE',
      message: expect.stringContaining('set LECTRA_OPENAI_URL'),
    });
    const elsewhere = { ...nothing, isElsewhere: true, inspectOllama: unasked };
    await expect(assertWriter(source, { writer: 'openai' }, elsewhere)).resolves.toBeUndefined();
  },
);

it('refuses a document for an Ollama that neither answers nor is installed, and says where it looked', async () => {
  await expect(assertWriter(file, { writer: 'ollama' }, nothing)).rejects.toThrow(
    'No Ollama answers at 127.0.0.1:11434, and none is installed here',
  );
});

it.each([
  [{ model: 'qwen3:8b' }, 'or leave out --model.'],
  [{ model: 'qwen3:8b', writer: 'ollama' }, 'or leave out --writer and --model.'],
  [{ writer: 'ollama' }, 'or leave out --writer.'],
] as const)('names what to leave out for a document with %j where nobody answers', async (request, way) => {
  await expect(assertWriter(file, request, nothing)).rejects.toMatchObject({
    code: 'WRITER_UNAVAILABLE',
    message: expect.stringContaining(way),
  });
});

it('lets a document pass unseen, since it needs no model', async () => {
  await expect(assertWriter(file, {}, { ...nothing, inspectOllama: unasked })).resolves.toBeUndefined();
});

it.each([
  [{}, topic, true],
  [{ research: true }, topic, false],
  [{}, file, false],
  [{ writer: 'ollama' }, file, true],
  [{ model: 'qwen3:8b' }, file, true],
  [{ writer: 'extractive', model: 'qwen3:8b' }, file, false],
] as const)('tells of %j and %j that a model is needed: %s', (request, source, needed) => {
  expect(needsModel(request, source)).toBe(needed);
});
