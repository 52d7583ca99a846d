import { expect, test } from 'vitest';
import { nameWithoutFolders } from '../../../src/shared/name-without-folders.ts';

test.each([
  ['/home/jane/models/qwen3-8b.gguf', 'qwen3-8b.gguf'],
  ['/models/Qwen3-8B/', 'Qwen3-8B'],
  ['~/models/qwen3.gguf', 'qwen3.gguf'],
  ['C:\\Users\\jane\\qwen3.gguf', 'qwen3.gguf'],
  ['D:/models/qwen3.gguf', 'qwen3.gguf'],
  ['\\\\server\\share\\qwen3.gguf', 'qwen3.gguf'],
])('nameWithoutFolders tells of %s nothing about the machine it is on', (name, shown) => {
  expect(nameWithoutFolders(name)).toBe(shown);
});

test.each([
  'llama3.1:8b',
  'meta-llama/Llama-3.1-8B-Instruct',
  'hf.co/bartowski/Qwen3:Q4_K_M',
  'models/qwen3.gguf',
  '/',
  '',
])('nameWithoutFolders leaves "%s" whole', (name) => {
  expect(nameWithoutFolders(name)).toBe(name);
});
