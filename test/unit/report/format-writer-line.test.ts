import { expect, test } from 'vitest';
import { formatWriterLine } from '../../../src/report/format-writer-line.ts';

test('says that no language model wrote the text when none did, and names the one that did', () => {
  expect(formatWriterLine({ writer: 'extractive', model: null })).toBe(
    'No language model wrote the text; it is taken from the document.',
  );
  expect(formatWriterLine({ writer: 'ollama', model: 'llama3.1:8b' })).toContain(
    'the language model llama3.1:8b (ollama)',
  );
});

test('tells no folder of the machine, since llama-server and vLLM name a model by its path', () => {
  expect(formatWriterLine({ writer: 'openai', model: '/home/jane/models/qwen3-8b.gguf' })).toBe(
    'The text was written by the language model qwen3-8b.gguf (openai).',
  );
});
