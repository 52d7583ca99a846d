import { describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../../../src/writing/ollama/list-ollama-models.ts';
import { isSingleSlotFamily, orderOllamaModels, withTag } from '../../../../src/writing/ollama/order-ollama-models.ts';

const installed = (name: string, family: string, isRemote = false): InstalledModel => ({
  name,
  family,
  isRemote,
  digest: null,
  sizeBytes: null,
});

it.each([
  ['llama3.1', 'llama3.1:latest'],
  ['llama3.1:8b', 'llama3.1:8b'],
  ['hf.co/someone/model', 'hf.co/someone/model:latest'],
  ['registry.lab:5000/team/model', 'registry.lab:5000/team/model:latest'],
  ['registry.lab:5000/team/model:q4', 'registry.lab:5000/team/model:q4'],
])('reads "%s" as "%s", since a colon before the last slash is a port', (name, tagged) => {
  expect(withTag(name)).toBe(tagged);
});

it.each(['qwen35', 'qwen35moe', 'qwen3next', 'lfm2moe', 'nemotron_h', 'mllama', 'qwen3vl'])(
  'knows that Ollama serves the family %s one call at a time',
  (family) => expect(isSingleSlotFamily(family)).toBe(true),
);

it.each(['llama', 'qwen3', 'qwen3moe', 'gemma3', null])('lets the family %s write at once', (family) =>
  expect(isSingleSlotFamily(family)).toBe(false),
);

describe('orderOllamaModels', () => {
  it('puts known good models first, then others by name, slow ones last, and leaves out what runs elsewhere', () => {
    const models = [
      installed('gpt-oss:20b', 'gptoss'),
      installed('qwen3.5:9b', 'qwen35'),
      installed('zephyr:7b', 'llama'),
      installed('aya:8b', 'cohere'),
      installed('gpt-oss:120b-cloud', 'gptoss', true),
      installed('llama3.2:3b', 'llama'),
      installed('qwen3:8b', 'qwen3'),
      installed('llama3.1:8b-instruct-q8_0', 'llama'),
    ];
    expect(orderOllamaModels(models).map(({ name }) => name)).toEqual([
      'llama3.1:8b-instruct-q8_0',
      'qwen3:8b',
      'llama3.2:3b',
      'aya:8b',
      'zephyr:7b',
      'qwen3.5:9b',
      'gpt-oss:20b',
    ]);
  });

  it('gives one order whatever order the server lists them in, so that each run takes the same', () => {
    const models = ['b:1', 'a:1', 'c:1'].map((name) => installed(name, 'llama'));
    expect(orderOllamaModels(models)).toEqual(orderOllamaModels(models.toReversed()));
  });
});
